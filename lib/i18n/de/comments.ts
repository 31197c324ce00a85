import type { comments as english } from "../en/comments.ts";
import type { Translation } from "../words.ts";

/** What members say to one another about a claim or an article. */
export const comments: Translation<typeof english> = {
  title: "Kommentare",
  ofArticle: "Kommentare zum Artikel",
  ofArticleOpen: "Kommentare",
  count: { one: "{count} Kommentar", other: "{count} Kommentare" },
  unread: { one: "{count} neu", other: "{count} neu" },
  open: { one: "Behauptung {number}: {count} Kommentar", other: "Behauptung {number}: {count} Kommentare" },
  loading: "Kommentare werden geladen …",
  failed: "Die Kommentare konnten nicht geladen werden.",
  retry: "Noch einmal versuchen",
  empty: "Noch keine Kommentare. Stellen Sie eine Frage oder sprechen Sie jemanden mit @ und Namen an.",
  emptyArticle:
    "Noch keine Kommentare zum Artikel als Ganzem. Was eine Behauptung betrifft, steht besser auf deren Seite.",
  earlier: "Frühere Kommentare anzeigen",
  earlierReplies: { one: "{count} frühere Antwort anzeigen", other: "{count} frühere Antworten anzeigen" },
  markRead: "Alle als gelesen markieren",
  blind:
    "Wer ein Votum zu dieser Behauptung abgegeben hat, ist hier erst zu lesen, wenn alle Voten vorliegen.",
  beforeOpinion:
    "Wer als Nächstes prüft, liest das. Behalten Sie Ihr Urteil über die Behauptung für Ihr Votum.",
  onlyMine: "Das sehen nur Sie, bis alle Voten vorliegen.",
  willBeOnlyMine:
    "Sie haben ein Votum abgegeben. Was Sie hier schreiben, sehen andere erst, wenn alle Voten vorliegen.",
  new: "Neu",
  you: "Sie",
  by: "{name}, {time}",
  edited: "bearbeitet",
  editedTitle: "Bearbeitet am {time}",
  history: "Früherer Wortlaut",
  deleted: "Gelöscht",
  deletedWords: "Was gelöscht wurde",
  link: "Link zu diesem Kommentar",
  copied: "Link kopiert",
  actions: "Kommentar von {name}",
  edit: "Bearbeiten",
  editLabel: "Kommentar ändern",
  save: "Speichern",
  saving: "Wird gespeichert …",
  delete: "Löschen",
  deleteTitle: "Diesen Kommentar löschen?",
  deleteText:
    "Es bleibt ein Vermerk, dass es ihn gab. Die Redaktionsleitung kann ihn im Verlauf weiterhin lesen.",
  deletedToast: "Kommentar gelöscht",
  resolve: "Abschließen",
  reopen: "Wieder öffnen",
  resolvedBy: "Abgeschlossen von {name}, {time}",
  resolvedThread: "Abgeschlossen: {words}",
  reply: "Antworten",
  replyLabel: "Antwort an {name}",
  replyButton: "Antworten",
  label: "Neuer Kommentar",
  placeholder: "Schreiben Sie einen Kommentar. @ spricht jemanden an.",
  send: "Kommentieren",
  sending: "Wird gesendet …",
  mention: {
    list: "Mitglieder",
    found: {
      one: "{count} Mitglied. Pfeiltasten wählen, Enter übernimmt den Namen.",
      other: "{count} Mitglieder. Pfeiltasten wählen, Enter übernimmt den Namen.",
    },
    none: "So heißt niemand.",
  },
};
