import type { policies as english } from "../en/policies.ts";
import type { Translation } from "../words.ts";

export const policies: Translation<typeof english> = {
  title: "Notre méthode",
  lead: "Ce que les lecteurs apprennent de la rédaction, dans ses propres termes. Markdown est accepté ; ce qui est vide est omis.",
  page: "Voir la page des lecteurs",
  text: "{policy}, en Markdown",
  version: "Version {number}, enregistrée le {time}",
  saved: "Enregistré. Les lecteurs le voient maintenant.",
  outdated: "Non affichée : le texte a changé depuis",
  translationHint:
    "Les lecteurs qui choisissent cette langue l’ont à la place de l’original. Vide, elle est retirée.",
  each: {
    sources: {
      title: "Sources",
      hint: "Quelles sources vous utilisez, comment vous les pesez, quand l’une peut rester confidentielle. Tant que c’est vide, les lecteurs voient une phrase de notre part.",
    },
    corrections: {
      title: "Corrections",
      hint: "Comment les erreurs sont corrigées, en combien de temps, et où les lecteurs les signalent. Tant que c’est vide, les lecteurs voient une phrase de notre part.",
    },
    funding: {
      title: "Financement",
      hint: "Qui paie, quelle part, et sur quoi les financeurs n’ont pas leur mot à dire.",
    },
    people: { title: "L’équipe", hint: "Qui vérifie, qui est responsable, et comment les joindre." },
    claims: {
      title: "Envoyer une affirmation",
      hint: "Ce que vous vérifiez et ce que vous ne vérifiez pas, et ce qu’il advient d’une affirmation qu’on vous envoie.",
    },
  },
};
