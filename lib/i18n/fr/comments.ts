import type { comments as english } from "../en/comments.ts";
import type { Translation } from "../words.ts";

export const comments: Translation<typeof english> = {
  title: "Commentaires",
  ofArticle: "Commentaires sur l’article",
  ofArticleOpen: "Commentaires",
  count: { one: "{count} commentaire", many: "{count} de commentaires", other: "{count} commentaires" },
  unread: { one: "{count} nouveau", many: "{count} nouveaux", other: "{count} nouveaux" },
  open: {
    one: "Affirmation {number} : {count} commentaire",
    many: "Affirmation {number} : {count} de commentaires",
    other: "Affirmation {number} : {count} commentaires",
  },
  loading: "Chargement des commentaires…",
  failed: "Les commentaires n’ont pas pu être chargés.",
  retry: "Réessayer",
  empty:
    "Aucun commentaire pour l’instant. Posez une question, ou prévenez un collègue en écrivant @ et son nom.",
  emptyArticle:
    "Aucun commentaire sur l’article dans son ensemble. Ce qui concerne une seule affirmation a mieux sa place sur la page de celle-ci.",
  earlier: "Afficher les commentaires précédents",
  earlierReplies: {
    one: "Afficher {count} réponse précédente",
    many: "Afficher {count} de réponses précédentes",
    other: "Afficher {count} réponses précédentes",
  },
  markRead: "Tout marquer comme lu",
  blind:
    "Les personnes qui ont donné un avis sur cette affirmation ne sont entendues ici qu’une fois tous les avis rendus.",
  beforeOpinion:
    "Le prochain vérificateur lira ceci. Gardez votre jugement sur l’affirmation pour votre verdict.",
  onlyMine: "Vous êtes la seule personne à voir ceci jusqu’à ce que tous les avis soient rendus.",
  willBeOnlyMine:
    "Vous avez donné un avis. Les autres verront ce que vous écrivez ici une fois tous les avis rendus.",
  new: "Nouveau",
  you: "vous",
  by: "{name}, {time}",
  edited: "modifié",
  editedTitle: "Modifié le {time}",
  history: "Texte précédent",
  deleted: "Supprimé",
  deletedWords: "Ce qui a été supprimé",
  link: "Lien vers ce commentaire",
  copied: "Lien copié",
  actions: "Commentaire de : {name}",
  edit: "Modifier",
  editLabel: "Modifier le commentaire",
  save: "Enregistrer",
  saving: "Enregistrement…",
  delete: "Supprimer",
  deleteTitle: "Supprimer ce commentaire ?",
  deleteText:
    "Une mention restera pour dire qu’il existait. Les chefs d’édition pourront encore le lire dans son historique.",
  deletedToast: "Commentaire supprimé",
  resolve: "Résoudre",
  reopen: "Rouvrir",
  resolvedBy: "Résolu par {name}, {time}",
  resolvedThread: "Résolu : {words}",
  reply: "Répondre",
  replyLabel: "Répondre à {name}",
  replyButton: "Répondre",
  label: "Nouveau commentaire",
  placeholder: "Écrivez un commentaire. @ mentionne un collègue.",
  send: "Commenter",
  sending: "Envoi…",
  mention: {
    list: "Collègues",
    found: {
      one: "{count} collègue. Les flèches choisissent, Entrée écrit le nom.",
      many: "{count} de collègues. Les flèches choisissent, Entrée écrit le nom.",
      other: "{count} collègues. Les flèches choisissent, Entrée écrit le nom.",
    },
    none: "Personne ne s’appelle ainsi.",
  },
};
