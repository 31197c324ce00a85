import type { bulk as english } from "../en/bulk.ts";
import type { Translation } from "../words.ts";

/** Doing the same to several claims of the queue at once. */
export const bulk: Translation<typeof english> = {
  selectOne: "Behauptung {number} auswählen: {statement}",
  selectAll: { one: "Die {count} angezeigte auswählen", other: "Alle {count} angezeigten auswählen" },
  selectNone: "Keine auswählen",
  selected: { one: "{count} Behauptung ausgewählt", other: "{count} Behauptungen ausgewählt" },
  bar: "Was mit den ausgewählten Behauptungen geschehen soll",
  acts: {
    publish: "Veröffentlichen …",
    assign: "Zuweisen …",
    snooze: "Zurückstellen …",
    release: "Zurückgeben …",
  },
  titles: {
    publish: "Mehrere Behauptungen veröffentlichen",
    assign: "Mehrere Behauptungen zuweisen",
    snooze: "Mehrere Behauptungen zurückstellen",
    release: "Mehrere Behauptungen zurückgeben",
  },
  chosen: { one: "{count} Behauptung", other: "{count} Behauptungen" },
  summary: "{chosen}: {go}.",
  summaryBoth: "{chosen}: {go}, {stay}.",
  go: {
    publish: { one: "{count} wird veröffentlicht", other: "{count} werden veröffentlicht" },
    assign: {
      one: "{count} wird der gewählten Person zugewiesen",
      other: "{count} werden der gewählten Person zugewiesen",
    },
    snooze: { one: "{count} wird für Sie zurückgestellt", other: "{count} werden für Sie zurückgestellt" },
    release: {
      one: "{count} geht zurück in die Warteschlange",
      other: "{count} gehen zurück in die Warteschlange",
    },
  },
  stay: { one: "{count} nicht", other: "{count} nicht" },
  left: {
    one: "{count} mehr ist ausgewählt, als auf einmal geht ({most}). Erledigen Sie sie danach.",
    other: "{count} mehr sind ausgewählt, als auf einmal gehen ({most}). Erledigen Sie sie danach.",
  },
  publishHint:
    "Gemeinsam veröffentlicht werden nur Behauptungen, bei denen sich alle einig waren und denen nichts fehlt. Die anderen wollen einzeln gelesen werden.",
  willGo: "Diese",
  willStay: "Diese nicht",
  confirm: {
    publish: { one: "{count} Behauptung veröffentlichen", other: "{count} Behauptungen veröffentlichen" },
    assign: { one: "{count} Behauptung zuweisen", other: "{count} Behauptungen zuweisen" },
    snooze: { one: "{count} Behauptung zurückstellen", other: "{count} Behauptungen zurückstellen" },
    release: { one: "{count} Behauptung zurückgeben", other: "{count} Behauptungen zurückgeben" },
  },
  nothingChosen: "Keine Behauptung ausgewählt",
  nothingChosenText: "Haken Sie zuerst Behauptungen in der Warteschlange an.",
  cancel: "Zurück zur Warteschlange",
  close: "Fertig: zurück zur Warteschlange",
  was: {
    publish: { one: "{count} Behauptung veröffentlicht", other: "{count} Behauptungen veröffentlicht" },
    assign: { one: "{count} Behauptung zugewiesen", other: "{count} Behauptungen zugewiesen" },
    snooze: {
      one: "{count} Behauptung für Sie zurückgestellt",
      other: "{count} Behauptungen für Sie zurückgestellt",
    },
    release: { one: "{count} Behauptung zurückgegeben", other: "{count} Behauptungen zurückgegeben" },
    undo: { one: "{count} Behauptung wieder wie vorher", other: "{count} Behauptungen wieder wie vorher" },
  },
  wasNot: { one: "{count} nicht", other: "{count} nicht" },
  result: "{was}.",
  resultBoth: "{was}, {wasNot}.",
  wasDone: {
    publish: "Veröffentlicht",
    assign: "Zugewiesen",
    snooze: "Zurückgestellt",
    release: "Zurückgegeben",
    undo: "Wie vorher",
  },
  changed: "Inzwischen geändert",
  refused: "Nicht erledigt",
  results: "Was aus jeder Behauptung wurde",
  undo: "Rückgängig",
};
