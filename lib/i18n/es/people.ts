import type { Translation, Words } from "../words.ts";

export const people: Translation<Words["people"]> = {
  title: "Quienes nos escribieron",
  nameless: "Alguien sin dirección",
  fromTip: "Entregar o borrar lo que envió",
  intro:
    "Quien comunicó un error o envió una afirmación puede pedir saber qué se guarda de su persona, y que se borre. Se encuentra por la dirección de correo que dio.",
  find: "Buscar a alguien",
  email: "Su dirección de correo",
  submit: "Buscar",
  forgotten: {
    one: "Las direcciones se eliminan por sí solas tras {count} día. Lo que se envió antes, o sin dirección, ya no es de nadie y no se puede encontrar aquí: se borra desde su propia ficha, entre los avisos.",
    many: "Las direcciones se eliminan por sí solas tras {count} de días. Lo que se envió antes, o sin dirección, ya no es de nadie y no se puede encontrar aquí: se borra desde su propia ficha, entre los avisos.",
    other:
      "Las direcciones se eliminan por sí solas tras {count} días. Lo que se envió antes, o sin dirección, ya no es de nadie y no se puede encontrar aquí: se borra desde su propia ficha, entre los avisos.",
  },
  sent: { one: "{count} envío", many: "{count} de envíos", other: "{count} envíos" },
  list: "Lo que envió",
  on: "{kind}, {when}",
  claim: "Afirmación {number}",
  fields: { link: "Enlace", said: "Dicho por {name}", answer: "Nuestra respuesta" },
  data: "Sus datos",
  held: "Lo que envió y lo que se le respondió, con la dirección, en un archivo para entregar.",
  download: "Descargar lo que guardamos",
  erase: "Borrarlo",
  goes: "Esto desaparece, para siempre",
  goesList: {
    words: "lo que escribió, los enlaces y a quién nombró",
    address: "su dirección de correo, también donde consta en el historial",
    answer: "lo que se le respondió",
  },
  stays: "Esto se queda",
  staysList: {
    work: "en qué se convirtió en la redacción: afirmaciones, veredictos, correcciones",
    history: "que se envió algo y quién de ustedes lo resolvió, con su motivo",
    elsewhere: "lo que el equipo escribió de ello en comentarios, y las copias de seguridad anteriores",
  },
  reason: "Por qué se borra",
  reasonHint: "Queda en el historial, para siempre: escríbalo sin su nombre ni su dirección.",
  typedHint: "Escriba {email} para confirmar que es lo que quiere.",
  action: "Borrar para siempre",
  done: {
    one: "Está borrado: {count} envío.",
    many: "Está borrado: {count} de envíos.",
    other: "Está borrado: {count} envíos.",
  },
  nowhere: "La dirección no figura en ningún otro lugar.",
  mentions: "La dirección figura todavía aquí, en lo que otras personas escribieron:",
  rows: "{place}: {count}",
  another: "Buscar a otra persona",
};
