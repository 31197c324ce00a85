import type { Translation, Words } from "../words.ts";

export const checkFiles: Translation<Words["checkFiles"]> = {
  title: "Frühere Faktenchecks importieren",
  intro:
    "Faktenchecks, die anderswo veröffentlicht wurden, wie ClaimReview sie beschreibt: aus Ihrem früheren System oder von einer anderen Redaktion. Sie sehen, was hereinkäme, bevor etwas hereinkommt.",
  send: "Eine Datei senden",
  use: "Was aus ihnen wird",
  uses: {
    checked_before: "Als schon geprüft zu finden",
    archive: "Unser eigenes Archiv",
  },
  useHints: {
    checked_before:
      "Wer eine Behauptung schreibt, die dasselbe sagt, bekommt sie zu sehen. Für das Publikum sind sie nicht da.",
    archive:
      "Veröffentlicht als die dieser Redaktion, jeder mit dem Tag seiner ersten Veröffentlichung und einem Link dorthin. Sie werden genannt als die Person, die sie veröffentlicht hat.",
  },
  file: "Datei",
  fileHint:
    "JSON-LD, ein DataFeed, eine Webseite mit ClaimReview oder CSV mit den Spaltennamen in der ersten Zeile. Höchstens {limit} MB.",
  drop: "Legen Sie eine Datei hier ab, oder wählen Sie eine.",
  tooLarge: "{name} hat {size} MB. Hier lassen sich höchstens {limit} MB senden.",
  submit: "Zeigen, was hereinkäme",
  list: "Zuletzt gesendet",
  none: "Dateien, die Sie senden, stehen hier drei Tage lang.",
  sent: "{use}. Gesendet von {name}, {when}.",
  states: {
    reading: "Wird gelesen",
    shown: "Wartet auf eine Entscheidung",
    importing: "Wird importiert",
    imported: "Importiert",
    failed: "Angehalten",
  },
  reading: "Die Datei wird gelesen. Noch ist nichts importiert.",
  importing: "Die Faktenchecks werden importiert.",
  progress: "Bisher {made} von {count}.",
  goesOn: "Sie können diese Seite verlassen: Es geht von selbst weiter.",
  stalled:
    "Es dauert länger als sonst. Es geht von selbst weiter, sobald der Arbeitsprozess der Installation läuft; fragen Sie, wer sie betreibt.",
  unread: "Diese Datei ließ sich nicht lesen",
  stopped: "Der Import hielt vor dem Ende an",
  stoppedAfter: {
    one: "{count} Faktencheck kam vorher herein und bleibt. Importieren Sie den Rest mit derselben Datei.",
    other:
      "{count} Faktenchecks kamen vorher herein und bleiben. Importieren Sie den Rest mit derselben Datei.",
  },
  would: { one: "{count} Faktencheck käme herein.", other: "{count} Faktenchecks kämen herein." },
  wouldNot: { one: "{count} Zeile nicht.", other: "{count} Zeilen nicht." },
  nothing: "Aus dieser Datei käme nichts herein.",
  unchanged: "Noch ist nichts importiert. Was Sie hier sehen, kommt herein, und sonst nichts.",
  came: { one: "{count} Faktencheck kam herein.", other: "{count} Faktenchecks kamen herein." },
  meanwhile: {
    one: "{count} weiterer war inzwischen schon da.",
    other: "{count} weitere waren inzwischen schon da.",
  },
  rowsLabel: "Zeilen danach, was aus ihnen wird",
  outcomes: {
    new: "Kämen herein",
    known: "Schon da",
    no_claim: "Ohne Behauptung",
    no_address: "Ohne Adresse",
    no_rating: "Ohne Bewertung",
    repeated: "Zweimal in der Datei",
    no_day: "Ohne Tag",
    unknown_rating: "Unbekannte Bewertung",
  },
  shownNew: "Als neu gezeigt",
  advice: {
    new: "Aus jeder wird hier ein Faktencheck.",
    known:
      "Sie wurden schon importiert, von derselben Adresse mit derselben Behauptung. Sie bleiben, wie sie sind.",
    no_claim:
      "Sie sagen nicht, was geprüft wurde. Füllen Sie „claimReviewed“ aus und senden Sie die Datei noch einmal.",
    no_address:
      "Sie sagen nicht, wo der Faktencheck erschienen ist. Füllen Sie „url“ mit seiner Webadresse aus und senden Sie die Datei noch einmal.",
    no_rating:
      "Sie sagen nicht in Worten, was die Prüfung ergab. Füllen Sie „reviewRating.alternateName“ aus und senden Sie die Datei noch einmal.",
    repeated: "Dieselbe Behauptung mit derselben Adresse steht weiter oben in der Datei. Die erste zählt.",
    no_day:
      "Sie sagen nicht, wann der Faktencheck erschien, oder nennen einen künftigen Tag. Füllen Sie „datePublished“ als Jahr-Monat-Tag aus und senden Sie die Datei noch einmal.",
    unknown_rating:
      "Ihre Bewertung steht nicht auf der Skala dieser Redaktion. Sagen Sie oben, welche der Ihren gemeint ist, und lassen Sie noch einmal nachsehen.",
  },
  row: "Zeile {number}",
  noClaim: "Keine Behauptung",
  by: "{publisher}: {rating}",
  import: { one: "{count} Faktencheck importieren", other: "{count} Faktenchecks importieren" },
  publishTitle: {
    one: "{count} Faktencheck veröffentlichen?",
    other: "{count} Faktenchecks veröffentlichen?",
  },
  publishText:
    "Das Publikum sieht sie sofort, jeden mit dem Tag seiner ersten Veröffentlichung. Soll einer wieder weg, ziehen Sie ihn zurück wie jeden anderen.",
  publish: "Veröffentlichen",
  again: "Noch einmal nachsehen",
  remove: "Entfernen",
  removeNamed: "{name} entfernen",
  removeTitle: "{name} entfernen?",
  removeText: "Es wird nichts mehr daraus importiert. Was hereinkam, bleibt.",
  removed: "Die Datei ist entfernt.",
  labels: "Was diese Bewertungen bedeuten",
  labelsText:
    "Die Datei hat Bewertungen, die nicht auf der Skala dieser Redaktion stehen. Wählen Sie, was jede bedeutet; Zeilen mit denen, die Sie auslassen, kommen nicht herein.",
  label: "{label} ({count})",
  leaveOut: "Auslassen",
  lookAgain: "Damit noch einmal nachsehen",
  kept: "Die Datei bleibt noch drei Tage, nachdem sie zuletzt gebraucht wurde, und wird dann gelöscht.",
  toClaims: "Zu den Behauptungen",
  another: "Eine andere Datei senden",
};
