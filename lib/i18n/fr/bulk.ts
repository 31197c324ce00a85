import type { bulk as english } from "../en/bulk.ts";
import type { Translation } from "../words.ts";

export const bulk: Translation<typeof english> = {
  selectOne: "Sélectionner l’affirmation {number} : {statement}",
  selectAll: {
    one: "Sélectionner la seule affichée ({count})",
    many: "Sélectionner les {count} affichées",
    other: "Sélectionner les {count} affichées",
  },
  selectNone: "Tout désélectionner",
  selected: {
    one: "{count} affirmation sélectionnée",
    many: "{count} d’affirmations sélectionnées",
    other: "{count} affirmations sélectionnées",
  },
  bar: "Que faire des affirmations sélectionnées",
  acts: {
    publish: "Publier…",
    assign: "Confier…",
    snooze: "Mettre de côté…",
    release: "Rendre…",
  },
  titles: {
    publish: "Publier plusieurs affirmations",
    assign: "Confier plusieurs affirmations à quelqu’un",
    snooze: "Mettre plusieurs affirmations de côté",
    release: "Rendre plusieurs affirmations",
  },
  chosen: { one: "{count} affirmation", many: "{count} d’affirmations", other: "{count} affirmations" },
  summary: "{chosen} : {go}.",
  summaryBoth: "{chosen} : {go}, {stay}.",
  go: {
    publish: {
      one: "{count} sera publiée",
      many: "{count} seront publiées",
      other: "{count} seront publiées",
    },
    assign: {
      one: "{count} sera réservée à la personne choisie",
      many: "{count} seront réservées à la personne choisie",
      other: "{count} seront réservées à la personne choisie",
    },
    snooze: {
      one: "{count} sera mise de côté pour vous",
      many: "{count} seront mises de côté pour vous",
      other: "{count} seront mises de côté pour vous",
    },
    release: {
      one: "{count} sera rendue à la file",
      many: "{count} seront rendues à la file",
      other: "{count} seront rendues à la file",
    },
  },
  stay: {
    one: "{count} ne peut pas l’être",
    many: "{count} ne peuvent pas l’être",
    other: "{count} ne peuvent pas l’être",
  },
  left: {
    one: "{count} affirmation sélectionnée dépasse ce qu’on peut traiter d’un coup ({most}). Faites-la ensuite.",
    many: "{count} d’affirmations sélectionnées dépassent ce qu’on peut traiter d’un coup ({most}). Faites-les ensuite.",
    other:
      "{count} affirmations sélectionnées dépassent ce qu’on peut traiter d’un coup ({most}). Faites-les ensuite.",
  },
  publishHint:
    "Seules les affirmations sur lesquelles tous les avis concordent et auxquelles rien ne manque sont publiées ensemble. Les autres demandent à être lues une par une.",
  willGo: "Celles-ci",
  willStay: "Pas celles-ci",
  confirm: {
    publish: {
      one: "Publier {count} affirmation",
      many: "Publier {count} d’affirmations",
      other: "Publier {count} affirmations",
    },
    assign: {
      one: "Confier {count} affirmation",
      many: "Confier {count} d’affirmations",
      other: "Confier {count} affirmations",
    },
    snooze: {
      one: "Mettre {count} affirmation de côté",
      many: "Mettre {count} d’affirmations de côté",
      other: "Mettre {count} affirmations de côté",
    },
    release: {
      one: "Rendre {count} affirmation",
      many: "Rendre {count} d’affirmations",
      other: "Rendre {count} affirmations",
    },
  },
  nothingChosen: "Aucune affirmation n’est sélectionnée",
  nothingChosenText: "Cochez d’abord des affirmations dans la file.",
  cancel: "Retour à la file",
  close: "Terminé : retour à la file",
  was: {
    publish: {
      one: "{count} affirmation publiée",
      many: "{count} d’affirmations publiées",
      other: "{count} affirmations publiées",
    },
    assign: {
      one: "{count} affirmation confiée",
      many: "{count} d’affirmations confiées",
      other: "{count} affirmations confiées",
    },
    snooze: {
      one: "{count} affirmation mise de côté pour vous",
      many: "{count} d’affirmations mises de côté pour vous",
      other: "{count} affirmations mises de côté pour vous",
    },
    release: {
      one: "{count} affirmation rendue",
      many: "{count} d’affirmations rendues",
      other: "{count} affirmations rendues",
    },
    undo: {
      one: "{count} affirmation remise comme avant",
      many: "{count} d’affirmations remises comme avant",
      other: "{count} affirmations remises comme avant",
    },
  },
  wasNot: { one: "{count} non", many: "{count} non", other: "{count} non" },
  result: "{was}.",
  resultBoth: "{was}, {wasNot}.",
  wasDone: {
    publish: "Publiée",
    assign: "Confiée",
    snooze: "Mise de côté",
    release: "Rendue",
    undo: "Comme avant",
  },
  changed: "Modifiée entre-temps",
  refused: "Non traitée",
  results: "Ce qu’il est advenu de chaque affirmation",
  undo: "Annuler",
};
