import type { Translation, Words } from "../words.ts";

export const checkFiles: Translation<Words["checkFiles"]> = {
  title: "Importer des vérifications antérieures",
  intro:
    "Des vérifications publiées ailleurs, telles que ClaimReview les décrit : de votre ancien système ou d’une autre rédaction. Vous voyez ce qui entrerait avant que quoi que ce soit n’entre.",
  send: "Envoyer un fichier",
  use: "Ce qu’elles deviennent",
  uses: {
    checked_before: "À retrouver comme déjà vérifiées",
    archive: "Nos propres archives",
  },
  useHints: {
    checked_before:
      "Montrées à qui rédige une affirmation qui dit la même chose. Les lecteurs ne les voient pas.",
    archive:
      "Publiées comme celles de cette rédaction, chacune avec le jour de sa première publication et un lien vers celle-ci. Votre nom y figure comme celui de qui les a publiées.",
  },
  file: "Fichier",
  fileHint:
    "JSON-LD, un DataFeed, une page web contenant du ClaimReview, ou du CSV dont la première ligne nomme les colonnes. {limit} Mo au plus.",
  drop: "Déposez un fichier ici, ou choisissez-en un.",
  tooLarge: "{name} fait {size} Mo. On peut envoyer ici {limit} Mo au plus.",
  submit: "Voir ce qui entrerait",
  list: "Envoyés récemment",
  none: "Les fichiers que vous envoyez restent ici trois jours.",
  sent: "{use}. Envoyé par {name}, {when}.",
  states: {
    reading: "En lecture",
    shown: "Attend une décision",
    importing: "En cours d’importation",
    imported: "Importé",
    failed: "Arrêté",
  },
  reading: "Le fichier est en cours de lecture. Rien n’est encore importé.",
  importing: "Les vérifications sont en cours d’importation.",
  progress: "{made} sur {count} jusqu’ici.",
  goesOn: "Vous pouvez quitter cette page : cela continue tout seul.",
  stalled:
    "Cela prend plus de temps que d’habitude. Cela continue tout seul dès que le processus de travail de l’installation tourne ; demandez à qui s’en occupe.",
  unread: "Ce fichier n’a pas pu être lu",
  stopped: "L’importation s’est arrêtée avant la fin",
  stoppedAfter: {
    one: "{count} vérification est entrée avant, et reste. Importez le reste avec le même fichier.",
    many: "{count} de vérifications sont entrées avant, et restent. Importez le reste avec le même fichier.",
    other: "{count} vérifications sont entrées avant, et restent. Importez le reste avec le même fichier.",
  },
  would: {
    one: "{count} vérification entrerait.",
    many: "{count} de vérifications entreraient.",
    other: "{count} vérifications entreraient.",
  },
  wouldNot: {
    one: "{count} ligne n’entrerait pas.",
    many: "{count} de lignes n’entreraient pas.",
    other: "{count} lignes n’entreraient pas.",
  },
  nothing: "Rien de ce fichier n’entrerait.",
  unchanged: "Rien n’est encore importé. Ce que vous voyez ici est ce qui entrera, et rien d’autre.",
  came: {
    one: "{count} vérification est entrée.",
    many: "{count} de vérifications sont entrées.",
    other: "{count} vérifications sont entrées.",
  },
  meanwhile: {
    one: "{count} autre était déjà là entre-temps.",
    many: "{count} d’autres étaient déjà là entre-temps.",
    other: "{count} autres étaient déjà là entre-temps.",
  },
  rowsLabel: "Lignes selon ce qu’elles deviennent",
  outcomes: {
    new: "Entreraient",
    known: "Déjà là",
    no_claim: "Sans affirmation",
    no_address: "Sans adresse",
    no_rating: "Sans évaluation",
    repeated: "Deux fois dans le fichier",
    no_day: "Sans date",
    unknown_rating: "Évaluation inconnue",
  },
  shownNew: "Montrées comme nouvelles",
  advice: {
    new: "Chacune devient une vérification ici.",
    known:
      "Elles ont déjà été importées, de la même adresse et avec la même affirmation. Elles restent telles quelles.",
    no_claim:
      "Elles ne disent pas ce qui a été vérifié. Remplissez « claimReviewed » et renvoyez le fichier.",
    no_address:
      "Elles ne disent pas où la vérification a été publiée. Remplissez « url » avec son adresse web et renvoyez le fichier.",
    no_rating:
      "Elles ne disent pas en mots ce que la vérification a donné. Remplissez « reviewRating.alternateName » et renvoyez le fichier.",
    repeated:
      "La même affirmation avec la même adresse se trouve plus haut dans le fichier. La première compte.",
    no_day:
      "Elles ne disent pas quand la vérification a été publiée, ou nomment un jour à venir. Remplissez « datePublished » sous la forme année-mois-jour et renvoyez le fichier.",
    unknown_rating:
      "Leur évaluation n’est pas sur l’échelle de cette rédaction. Dites plus haut à laquelle des vôtres elle correspond, puis regardez de nouveau.",
  },
  row: "Ligne {number}",
  noClaim: "Pas d’affirmation",
  by: "{publisher} : {rating}",
  import: {
    one: "Importer {count} vérification",
    many: "Importer {count} de vérifications",
    other: "Importer {count} vérifications",
  },
  publishTitle: {
    one: "Publier {count} vérification ?",
    many: "Publier {count} de vérifications ?",
    other: "Publier {count} vérifications ?",
  },
  publishText:
    "Les lecteurs les voient aussitôt, chacune avec le jour de sa première publication. Pour en reprendre une, retirez-la comme toute autre.",
  publish: "Publier",
  again: "Regarder de nouveau",
  remove: "Supprimer",
  removeNamed: "Supprimer {name}",
  removeTitle: "Supprimer {name} ?",
  removeText: "Plus rien n’en est importé. Les vérifications déjà entrées restent.",
  removed: "Le fichier est supprimé.",
  labels: "Ce que veulent dire ces évaluations",
  labelsText:
    "Le fichier a des évaluations qui ne sont pas sur l’échelle de cette rédaction. Choisissez ce que chacune veut dire ; les lignes de celles que vous laissez de côté n’entrent pas.",
  label: "{label} ({count})",
  leaveOut: "Laisser de côté",
  lookAgain: "Regarder de nouveau avec celles-ci",
  kept: "Le fichier est conservé trois jours après sa dernière utilisation, puis supprimé.",
  toClaims: "Voir les affirmations",
  another: "Envoyer un autre fichier",
};
