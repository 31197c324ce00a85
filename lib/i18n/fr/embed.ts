import type { embed as english } from "../en/embed.ts";
import type { Translation } from "../words.ts";

export const embed: Translation<typeof english> = {
  mark: "Affirmation {number}, évaluation : {rating}",
  unratedMark: "Affirmation {number}, vérifiée",
  read: "Lire toute la vérification",
  by: "Vérifié par {newsroom}",
  reworded: "Les mots de l’article ont changé depuis cette vérification.",
  withdrawn: "Cette vérification a été retirée",
  code: "Intégrer cette vérification",
  codeText:
    "Copiez ceci dans votre page. La carte s’affiche dans son propre cadre, ne dépose aucun cookie et suit le thème clair ou sombre du lecteur ; le script ne fait qu’ajuster sa hauteur.",
  codeLabel: "Code à copier",
};
