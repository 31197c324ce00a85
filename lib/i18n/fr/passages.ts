import type { passages as english } from "../en/passages.ts";
import type { Translation } from "../words.ts";

export const passages: Translation<typeof english> = {
  title: "Passages à replacer",
  ofArticle: "Passages à replacer",
  open: "Tous les passages à replacer de cet article",
  lead: "L’article a changé. Ces mots n’ont pas suivi d’eux-mêmes : dites où ils se trouvent maintenant.",
  deskLead: "Les articles de ces affirmations ont changé. Dites où se trouvent maintenant leurs mots.",
  waiting: {
    one: "{count} passage en attente",
    many: "{count} de passages en attente",
    other: "{count} passages en attente",
  },
  ofThemPublished: {
    one: "dont {count} d’une affirmation publiée",
    many: "dont {count} d’affirmations publiées",
    other: "dont {count} d’affirmations publiées",
  },
  list: "Passages à replacer",
  published:
    "Publiée : les lecteurs voient une note jusqu’à ce que ceci soit réglé et une correction publiée.",
  changed: "modifié {when}",
  outcomes: {
    reworded: "Reformulé",
    rewordedBy: "Reformulé, semblable à {percent} %",
    ambiguous: {
      one: "Trouvé à {count} endroit",
      many: "Trouvé à {count} d’endroits",
      other: "Trouvé à {count} endroits",
    },
    lost: "Introuvable",
    moved: "Déplacé",
    exact: "Inchangé",
  },
  before: "Avant",
  now: "Maintenant, dans la révision {number}",
  unknownPlace: "On ne sait plus où se trouvaient ces mots.",
  notFound: "Ces mots ne sont plus dans le texte.",
  suggestions: "Voici les endroits les plus proches :",
  severalPlaces: "Ces endroits conviennent tous aussi bien :",
  candidate: "Endroit {number}",
  alike: "semblable à {percent} %",
  actions: {
    group: "Que dire de l’affirmation {number}",
    confirm: "Confirmer",
    confirmed: "Confirmé : ces mots forment l’affirmation",
    use: "Retenir cet endroit",
    useNumber: "Retenir l’endroit {number}",
    placed: "L’affirmation est maintenant rattachée à ces mots",
    choose: "Choisir les mots",
    detach: "Détacher",
    detached: "Détaché : l’affirmation n’est plus faite dans ce texte",
    undone: "Annulé : le passage attend de nouveau",
    detachHint: "L’affirmation n’est plus faite dans ce texte",
    editorsOnly:
      "Un chef d’édition règle cela, parce que les lecteurs voient le verdict qui dépend de ces mots.",
  },
  chooser: {
    title: "Où se trouvent les mots de l’affirmation {number} ?",
    wanted: "Les mots tels qu’ils étaient",
    hint: "Haut et bas choisissent une phrase ; gauche et droite déplacent son début d’un mot, avec Maj sa fin. On peut aussi sélectionner les mots à la souris. Entrée les retient.",
    touchHint: "Touchez une phrase, ou sélectionnez les mots.",
    list: "Phrases de l’article tel qu’il est maintenant",
    use: "Retenir ces mots",
  },
  empty: "Tout est à sa place",
  emptyText:
    "Quand un article change et que les mots d’une affirmation ne suivent pas d’eux-mêmes, ils attendent ici.",
  emptyArticle: "Aller à l’article",
  emptyDesk: "Aller aux articles",
  keys: {
    move: "se déplacer",
    confirm: "confirmer",
    choose: "choisir les mots",
    detach: "détacher",
  },
  notice: "L’article a changé, et des mots de cette affirmation n’ont pas suivi d’eux-mêmes.",
  noticeAction: "Dire où ils se trouvent maintenant",
  blocksPublishing:
    "L’affirmation ne peut pas être publiée tant que personne n’a dit où ils se trouvent maintenant.",
  unconfirmed: "Reformulé, et pas encore confirmé.",
};
