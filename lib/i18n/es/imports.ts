import type { imports as english } from "../en/imports.ts";
import type { Translation } from "../words.ts";

export const imports: Translation<typeof english> = {
  new: {
    title: "Nuevo artículo",
    titleFor: "Nuevo texto: {title}",
    ways: "Formas de traerlo",
    address: "Dirección web",
    paste: "Pegar",
    file: "Archivo",
  },
  address: {
    label: "Dirección web del artículo",
    hint: "La página se descarga una vez y se conserva tal como se leyó. Usted ve qué se toma como artículo antes de guardar nada.",
    submit: "Descargar",
  },
  paste: {
    label: "Texto del artículo",
    hint: "Copie el artículo entero y péguelo. También sirve un texto sin formato.",
    isRich: "Se conservan los títulos, las listas y los enlaces de lo que pegó.",
    plainOnly: "Usar solo el texto sin formato",
    from: "Dirección web de la que procede",
    submit: "Leer",
  },
  file: {
    label: "Archivo del artículo",
    hint: "Una página web (HTML), un PDF o texto sin formato, de {limit} MB como máximo.",
    drop: "Suelte aquí un archivo, o elija uno:",
    tooLarge:
      "«{name}» ocupa {size} MB. Un archivo puede ocupar {limit} MB como máximo: pegue en su lugar el texto del artículo.",
    submit: "Leer",
  },
  steps: {
    title: "Pasos",
    fetched: "Descargado",
    received: "Recibido",
    read: "Leído",
    cleaned: "Depurado",
    saved: "Guardado",
    done: "hecho",
    current: "en curso",
    failed: "fallido",
  },
  underWay: {
    title: "Leyendo el artículo",
    waiting: "Esperando su turno…",
    fetching: "Descargando la página…",
    reading: "Separando el artículo de lo que lo rodea…",
    hint: "Tarda unos segundos. Puede salir de esta página y volver después.",
    stalled: "Está tardando tanto que ya no saldrá nada de esto.",
  },
  failed: {
    title: "No se pudo leer",
    retry: "Intentar de nuevo",
    paste: "Pegar el texto",
  },
  unchanged: {
    title: "No ha cambiado nada",
    text: "El texto es el mismo que el de la revisión {number}.",
    back: "Volver al artículo",
  },
  preview: {
    title: "Compruébelo",
    text: "El texto tal como se anotará",
    hint: "Quite la marca de lo que no forme parte del artículo.",
    kept: { one: "{count} bloque", many: "{count} de bloques", other: "{count} bloques" },
    leftOut: {
      one: "{count} bloque omitido",
      many: "{count} de bloques omitidos",
      other: "{count} bloques omitidos",
    },
    broughtBack: {
      one: "{count} recuperado",
      many: "{count} de recuperados",
      other: "{count} recuperados",
    },
    part: "Parte del artículo: {words}",
    partLeftOut: "Parte del artículo: {words} (recuperar)",
    bringBack: "Recuperar",
    bringAllBack: "Recuperar todo",
    above: "Omitir también todo lo anterior",
    below: "Omitir también todo lo posterior",
    further: {
      one: "Hay {count} bloque más que no se muestra aquí.",
      many: "Hay {count} de bloques más que no se muestran aquí.",
      other: "Hay {count} bloques más que no se muestran aquí.",
    },
    keepFurther: {
      one: "Conservar el {count} que se leyó como parte del artículo",
      many: "Conservar los {count} que se leyeron como parte del artículo",
      other: "Conservar los {count} que se leyeron como parte del artículo",
    },
    details: "Datos",
    toDetails: "Continuar a los datos",
    save: "Guardar el artículo",
    saveRevision: "Guardar como revisión {number}",
    saveRevisionOf:
      "{title}: esto será la revisión {number}, y sus afirmaciones seguirán a sus palabras en el nuevo texto.",
    outdated:
      "El artículo tiene un texto más reciente (revisión {newest}) que aquel con el que se comparó este (revisión {basedOn}). Vuelva a leerlo para que no se pierda nada más nuevo.",
    readAgain: "Leer de nuevo",
    isOther:
      "Esta página ha cambiado tanto desde la revisión {number} que quizá ya sea otro artículo. Compruébela antes de guardarla.",
    fetchedFrom: "Descargado de {site} el {time}, {size}",
    uploaded: "«{name}», recibido el {time}, {size}",
    pasted: "Pegado el {time}, {size}",
    kilobytes: "{count} kB",
    megabytes: "{count} MB",
    sameAddress: "De esta dirección ya hay en la redacción:",
    addedOn: "añadido el {day}",
  },
  notes: {
    dateStamp: "Se quitó «{removed}» de delante del texto: es la fecha del artículo.",
    markers: {
      one: "Se quitó un signo que solo marcaba una línea, como > o -.",
      many: "Se quitaron {count} de signos que solo marcaban líneas, como > o -.",
      other: "Se quitaron {count} signos que solo marcaban líneas, como > o -.",
    },
    replaced: {
      one: "Un carácter que no se puede leer se sustituyó por �.",
      many: "{count} de caracteres que no se pueden leer se sustituyeron por �.",
      other: "{count} caracteres que no se pueden leer se sustituyeron por �.",
    },
  },
};
