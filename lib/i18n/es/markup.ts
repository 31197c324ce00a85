import type { markup as english } from "../en/markup.ts";
import type { Translation } from "../words.ts";

export const markup: Translation<typeof english> = {
  title: "ClaimReview",
  ready: "La página de la afirmación incluye datos ClaimReview para buscadores y conjuntos de datos.",
  willBe: "La página de la afirmación incluirá datos ClaimReview cuando se publique.",
  none: "La página de la afirmación no incluye datos ClaimReview: {reason}",
  missing: "Se lee igualmente, pero sería mejor con:",
  shortcomings: {
    no_day: "el día en que se hizo la afirmación;",
    no_address: "la dirección del artículo en que se hizo;",
    no_number:
      "un número: solo lo tienen las calificaciones que siguen un orden, con la más verdadera arriba;",
    no_sources: "una fuente pública con dirección.",
  },
  show: "Mostrar los datos",
};
