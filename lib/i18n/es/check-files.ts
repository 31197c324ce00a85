import type { Translation, Words } from "../words.ts";

export const checkFiles: Translation<Words["checkFiles"]> = {
  title: "Importar verificaciones anteriores",
  intro:
    "Verificaciones publicadas en otro lugar, tal como las describe ClaimReview: de su sistema anterior o de otra redacción. Usted ve qué entraría antes de que entre nada.",
  send: "Enviar un archivo",
  use: "Qué se hace con ellas",
  uses: {
    checked_before: "Para encontrarlas como ya verificadas",
    archive: "Nuestro propio archivo",
  },
  useHints: {
    checked_before: "Se muestran a quien escribe una afirmación que dice lo mismo. El público no las ve.",
    archive:
      "Se publican como propias de esta redacción, cada una con el día en que se publicó por primera vez y un enlace a ella. Consta usted como quien las publicó.",
  },
  file: "Archivo",
  fileHint:
    "JSON-LD, un DataFeed, una página web con ClaimReview, o CSV con los nombres de las columnas en la primera línea. Hasta {limit} MB.",
  drop: "Suelte aquí un archivo, o elija uno.",
  tooLarge: "{name} tiene {size} MB. Aquí se pueden enviar hasta {limit} MB.",
  submit: "Ver qué entraría",
  list: "Enviados hace poco",
  none: "Los archivos que envíe quedan aquí tres días.",
  sent: "{use}. Enviado por {name}, {when}.",
  states: {
    reading: "Se está leyendo",
    shown: "Espera una decisión",
    importing: "Se está importando",
    imported: "Importado",
    failed: "Detenido",
  },
  reading: "El archivo se está leyendo. Todavía no se importa nada.",
  importing: "Las verificaciones se están importando.",
  progress: "{made} de {count} hasta ahora.",
  goesOn: "Puede salir de esta página: continúa por sí solo.",
  stalled:
    "Tarda más de lo habitual. Continúa por sí solo en cuanto funcione el proceso de trabajo de la instalación; pregunte a quien la administra.",
  unread: "No se pudo leer este archivo",
  stopped: "La importación se detuvo antes del final",
  stoppedAfter: {
    one: "{count} verificación entró antes, y se queda. Importe el resto con el mismo archivo.",
    many: "{count} de verificaciones entraron antes, y se quedan. Importe el resto con el mismo archivo.",
    other: "{count} verificaciones entraron antes, y se quedan. Importe el resto con el mismo archivo.",
  },
  would: {
    one: "Entraría {count} verificación.",
    many: "Entrarían {count} de verificaciones.",
    other: "Entrarían {count} verificaciones.",
  },
  wouldNot: {
    one: "{count} fila no.",
    many: "{count} de filas no.",
    other: "{count} filas no.",
  },
  nothing: "Nada de este archivo entraría.",
  unchanged: "Todavía no se ha importado nada. Lo que ve aquí es lo que entra, y nada más.",
  came: {
    one: "Entró {count} verificación.",
    many: "Entraron {count} de verificaciones.",
    other: "Entraron {count} verificaciones.",
  },
  meanwhile: {
    one: "{count} más ya estaba aquí para entonces.",
    many: "{count} de otras ya estaban aquí para entonces.",
    other: "{count} más ya estaban aquí para entonces.",
  },
  rowsLabel: "Filas según qué se hace con ellas",
  outcomes: {
    new: "Entrarían",
    known: "Ya están aquí",
    no_claim: "Sin afirmación",
    no_address: "Sin dirección",
    no_rating: "Sin calificación",
    repeated: "Dos veces en el archivo",
    no_day: "Sin fecha",
    unknown_rating: "Calificación desconocida",
  },
  shownNew: "Mostradas como nuevas",
  advice: {
    new: "Cada una pasa a ser una verificación aquí.",
    known: "Ya se importaron antes, de la misma dirección y con la misma afirmación. Quedan como están.",
    no_claim: "No dicen qué se verificó. Rellene «claimReviewed» y envíe de nuevo el archivo.",
    no_address:
      "No dicen dónde se publicó la verificación. Rellene «url» con su dirección web y envíe de nuevo el archivo.",
    no_rating:
      "No dicen en palabras qué resultó de la verificación. Rellene «reviewRating.alternateName» y envíe de nuevo el archivo.",
    repeated: "La misma afirmación con la misma dirección está más arriba en el archivo. Cuenta la primera.",
    no_day:
      "No dicen cuándo se publicó la verificación, o nombran un día por venir. Rellene «datePublished» como año-mes-día y envíe de nuevo el archivo.",
    unknown_rating:
      "Su calificación no está en la escala de esta redacción. Diga arriba a cuál de las suyas corresponde, y mire de nuevo.",
  },
  row: "Fila {number}",
  noClaim: "Sin afirmación",
  by: "{publisher}: {rating}",
  import: {
    one: "Importar {count} verificación",
    many: "Importar {count} de verificaciones",
    other: "Importar {count} verificaciones",
  },
  publishTitle: {
    one: "¿Publicar {count} verificación?",
    many: "¿Publicar {count} de verificaciones?",
    other: "¿Publicar {count} verificaciones?",
  },
  publishText:
    "El público las ve de inmediato, cada una con el día en que se publicó por primera vez. Para retirar una, retírela como cualquier otra.",
  publish: "Publicar",
  again: "Mirar de nuevo",
  remove: "Quitar",
  removeNamed: "Quitar {name}",
  removeTitle: "¿Quitar {name}?",
  removeText: "No se importa nada más de él. Las verificaciones que entraron se quedan.",
  removed: "El archivo se ha quitado.",
  labels: "Qué significan estas calificaciones",
  labelsText:
    "El archivo tiene calificaciones que no están en la escala de esta redacción. Elija qué significa cada una; las filas con las que deje fuera no entran.",
  label: "{label} ({count})",
  leaveOut: "Dejar fuera",
  lookAgain: "Mirar de nuevo con estas",
  kept: "El archivo se conserva tres días desde que se usó por última vez, y luego se elimina.",
  toClaims: "Ver las afirmaciones",
  another: "Enviar otro archivo",
};
