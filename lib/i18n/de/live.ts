import type { live as english } from "../en/live.ts";
import type { Translation } from "../words.ts";

/** Others at the same article. */
export const live: Translation<typeof english> = {
  here: { one: "Noch {count} Person hier", other: "Noch {count} Personen hier" },
  faces: "{faces}: {here}",
  title: "Auch an diesem Artikel",
  reading: "liest",
  onClaim: "bei Behauptung {number}",
  editingClaim: "bearbeitet Behauptung {number}",
  arrived: "Auch hier: {names}",
  alone: "Niemand sonst ist jetzt hier",
  status: {
    connecting: "Verbindung wird hergestellt",
    live: "Änderungen anderer erscheinen sofort",
    polling: "Änderungen anderer erscheinen alle paar Sekunden",
    lost: "Keine Verbindung",
    ended: "Abgemeldet",
  },
  lostHint: "Wird erneut versucht. Was Sie schreiben, bleibt in diesem Browser erhalten.",
  endedHint: "Melden Sie sich wieder an, um zu sehen, was andere ändern.",
  signIn: "Anmelden",
  textChanged: "Der Artikel hat einen neueren Text.",
  showText: "Anzeigen",
  editing: "Gerade in Bearbeitung: {names}",
  alsoEditing:
    "Diese Behauptung wird auch bearbeitet von: {names}. Wer als Zweites speichert, sieht beide Texte; nichts wird überschrieben.",
  alsoInField:
    "Diese Behauptung wird auch bearbeitet von: {names}, gerade im Feld „{field}“. Wer als Zweites speichert, sieht beide Texte.",
  deleted:
    "Jemand anderes hat diese Behauptung gelöscht. Kopieren Sie, was Sie geschrieben haben, bevor Sie das Formular verlassen: Es lässt sich nicht speichern.",
};
