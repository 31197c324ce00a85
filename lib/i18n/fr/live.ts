import type { live as english } from "../en/live.ts";
import type { Translation } from "../words.ts";

export const live: Translation<typeof english> = {
  here: { one: "{count} collègue ici", many: "{count} de collègues ici", other: "{count} collègues ici" },
  faces: "{faces} : {here}",
  title: "Aussi sur cet article",
  reading: "lit",
  onClaim: "sur l’affirmation {number}",
  editingClaim: "modifie l’affirmation {number}",
  arrived: "Aussi ici : {names}",
  alone: "Il n’y a plus personne d’autre ici",
  status: {
    connecting: "Connexion",
    live: "Les changements de vos collègues apparaissent au fur et à mesure",
    polling: "Les changements de vos collègues apparaissent toutes les quelques secondes",
    lost: "Pas de connexion",
    ended: "Session fermée",
  },
  lostHint: "Nouvelle tentative. Ce que vous saisissez est conservé dans ce navigateur.",
  endedHint: "Reconnectez-vous pour voir ce que vos collègues modifient.",
  signIn: "Se connecter",
  textChanged: "L’article a un texte plus récent.",
  showText: "L’afficher",
  editing: "En cours de modification par {names}",
  alsoEditing:
    "Cette affirmation est aussi en cours de modification par {names}. Qui enregistre en second voit les deux textes ; rien n’est écrasé.",
  alsoInField:
    "Cette affirmation est aussi en cours de modification par {names}, en ce moment dans « {field} ». Qui enregistre en second voit les deux textes.",
  deleted:
    "Un collègue a supprimé cette affirmation. Copiez ce que vous avez saisi avant de quitter ce formulaire : il ne peut pas être enregistré.",
};
