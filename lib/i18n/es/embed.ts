import type { embed as english } from "../en/embed.ts";
import type { Translation } from "../words.ts";

export const embed: Translation<typeof english> = {
  mark: "Afirmación {number}, calificación: {rating}",
  unratedMark: "Afirmación {number}, verificada",
  read: "Leer la verificación completa",
  by: "Verificado por {newsroom}",
  reworded: "Las palabras del artículo han cambiado desde esta verificación.",
  withdrawn: "Esta verificación fue retirada",
  code: "Insertar esta verificación",
  codeText:
    "Copie esto en su página. La tarjeta se muestra en su propio marco, no usa cookies y se adapta a los colores claros u oscuros de quien lee; el script solo ajusta su altura.",
  codeLabel: "Código para copiar",
};
