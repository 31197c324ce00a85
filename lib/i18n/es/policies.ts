import type { policies as english } from "../en/policies.ts";
import type { Translation } from "../words.ts";

export const policies: Translation<typeof english> = {
  title: "Cómo verificamos",
  lead: "Lo que la redacción cuenta de sí misma al público, con sus propias palabras. Se puede usar Markdown; lo que quede vacío se omite.",
  page: "Ver la página del público",
  text: "{policy}, en Markdown",
  version: "Versión {number}, guardada el {time}",
  saved: "Guardado. El público ya lo ve.",
  outdated: "No se muestra: el texto ha cambiado desde entonces",
  translationHint: "El público que elige este idioma la ve en lugar del original. Vacía, se retira.",
  each: {
    sources: {
      title: "Fuentes",
      hint: "Qué fuentes usan, cómo las valoran y cuándo una puede seguir siendo confidencial. Mientras esté vacío, el público lee una frase nuestra.",
    },
    corrections: {
      title: "Correcciones",
      hint: "Cómo se corrigen los errores, en cuánto tiempo y dónde puede señalarlos el público. Mientras esté vacío, el público lee una frase nuestra.",
    },
    funding: {
      title: "Financiación",
      hint: "Quién paga, qué parte, y en qué no tiene voz ni voto.",
    },
    people: { title: "Equipo", hint: "Quiénes verifican, quién es responsable y cómo contactar." },
    claims: {
      title: "Enviar una afirmación",
      hint: "Qué verifican y qué no, y qué ocurre con una afirmación que se les envía.",
    },
  },
};
