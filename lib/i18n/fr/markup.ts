import type { markup as english } from "../en/markup.ts";
import type { Translation } from "../words.ts";

export const markup: Translation<typeof english> = {
  title: "ClaimReview",
  ready:
    "La page de l’affirmation contient des données ClaimReview pour les moteurs de recherche et les jeux de données.",
  willBe: "La page de l’affirmation contiendra des données ClaimReview une fois celle-ci publiée.",
  none: "La page de l’affirmation ne contient pas de données ClaimReview : {reason}",
  missing: "Elles sont lues malgré tout, mais seraient meilleures avec :",
  shortcomings: {
    no_day: "le jour où l’affirmation a été faite ;",
    no_address: "l’adresse de l’article où elle a été faite ;",
    no_number: "un nombre : seules les évaluations ordonnées en ont un, le plus élevé pour la plus vraie ;",
    no_sources: "une source publique avec une adresse.",
  },
  show: "Afficher les données",
};
