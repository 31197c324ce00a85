import type { account as english } from "../en/account.ts";
import type { Translation } from "../words.ts";

export const account: Translation<typeof english> = {
  title: "Su cuenta",
  language: "Idioma",
  languageHint: "De la redacción, solo para usted.",
  asNewsroom: "El de la redacción: {language}",
  saved: "Su configuración está guardada.",
  profile: {
    title: "Nombre y presentación",
    name: "Nombre",
    nameHint: "Como figura junto a su trabajo y en las verificaciones que se publiquen desde ahora.",
    bio: "Sobre usted",
    bioHint:
      "Para el público, en la página sobre cómo trabaja la redacción: sus temas, cómo contactarle. Déjelo vacío para no figurar allí.",
    saved: "Su nombre y su presentación están guardados.",
  },
  password: {
    title: "Contraseña",
    current: "Contraseña actual",
    next: "Contraseña nueva",
    hint: "Al menos {min} caracteres. Su sesión se cierra en todos los demás lugares.",
    submit: "Cambiar la contraseña",
    saved: "La contraseña se ha cambiado. Su sesión está cerrada en todos los demás lugares.",
  },
  sessions: {
    title: "Dónde tiene la sesión abierta",
    device: "{browser} en {system}",
    unknown: "Un dispositivo desconocido",
    here: "Este navegador",
    seen: "Último uso: {when}",
    since: "Sesión iniciada el {date}",
    end: "Cerrar sesión",
    endNamed: "Cerrar sesión: {device}, último uso: {when}",
    ended: "La sesión de ese dispositivo está cerrada.",
    endOthers: "Cerrar sesión en todos los demás",
    endOthersTitle: "¿Cerrar sesión en todos los demás?",
    endOthersText:
      "La sesión se cierra de inmediato en todos los dispositivos salvo este navegador. Lo que se esté escribiendo en ellos se queda allí.",
    othersEnded: "Su sesión está cerrada en todos los demás lugares.",
    onlyHere: "No tiene la sesión abierta en ningún otro lugar.",
  },
};
