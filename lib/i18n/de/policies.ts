import type { policies as english } from "../en/policies.ts";
import type { Translation } from "../words.ts";

/** The settings of what readers are told about the newsroom. */
export const policies: Translation<typeof english> = {
  title: "So prüfen wir",
  lead: "Was öffentlich über die Redaktion steht, in ihren eigenen Worten. Markdown ist erlaubt; was leer ist, fällt weg.",
  page: "Öffentliche Seite ansehen",
  text: "{policy} (Markdown)",
  version: "Version {number}, gespeichert am {time}",
  saved: "Gespeichert. Es ist jetzt öffentlich.",
  outdated: "Nicht zu sehen: Der Text wurde seither geändert",
  translationHint:
    "Leser, die diese Sprache wählen, bekommen sie statt des Originals. Leer nimmt sie zurück.",
  each: {
    sources: {
      title: "Quellen",
      hint: "Welche Quellen Sie nutzen, wie Sie sie gewichten, wann eine vertraulich bleiben darf. Solange das leer ist, steht dort ein Satz von uns.",
    },
    corrections: {
      title: "Korrekturen",
      hint: "Wie und wie schnell Fehler korrigiert werden und wo man sie melden kann. Solange das leer ist, steht dort ein Satz von uns.",
    },
    funding: {
      title: "Finanzierung",
      hint: "Wer bezahlt, wie viel davon, und worauf das keinen Einfluss hat.",
    },
    people: { title: "Team", hint: "Wer prüft, wer verantwortlich ist und wie man sie erreicht." },
    claims: {
      title: "Behauptungen einsenden",
      hint: "Was Sie prüfen und was nicht und was mit einer eingesandten Behauptung geschieht.",
    },
  },
};
