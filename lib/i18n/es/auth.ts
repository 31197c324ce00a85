import type { auth as english } from "../en/auth.ts";
import type { Translation } from "../words.ts";

export const auth: Translation<typeof english> = {
  signIn: {
    title: "Iniciar sesión",
    email: "Correo electrónico",
    password: "Contraseña",
    submit: "Iniciar sesión",
    help: "¿Aún no tiene cuenta o perdió la contraseña? Consulte a quien administra su redacción.",
    signedOut: "Ha cerrado la sesión.",
    withProvider: "Iniciar sesión con {provider}",
    orPassword: "O con su contraseña:",
    sessionEnded: "Su sesión ha terminado. Inicie sesión de nuevo y volverá adonde estaba.",
    link: "Enviarme un enlace para entrar",
    forgot: "¿Olvidó la contraseña?",
    passwordChanged:
      "Su contraseña ha cambiado y se han cerrado todas sus sesiones. Inicie sesión con la nueva.",
    passkey: "Iniciar sesión con una llave de acceso",
    passkeyCancelled: "Su dispositivo no inició ninguna sesión. Inténtelo de nuevo o use su contraseña.",
    published: "Verificaciones publicadas",
  },
  secondStep: {
    title: "Un paso más",
    code: "Código",
    hint: "De su aplicación de autenticación, o uno de sus códigos de respaldo.",
    submit: "Iniciar sesión",
    over: "Empezar de nuevo",
  },
  again: {
    title: "Inicie sesión de nuevo",
    lead: "Su sesión ha terminado. Lo que escribió sigue aquí y se enviará en cuanto inicie sesión.",
    submit: "Iniciar sesión y enviar",
    otherTitle: "Ahora la sesión es de {name}",
    other:
      "Esta página la abrió {before}. Lo que se estaba escribiendo en ella se guarda para esa persona en este navegador, y no se envía en nombre de usted.",
    reload: "Cargar la página como {name}",
  },
  invite: {
    title: "Únase a la redacción",
    lead: "{newsroom} le invita. Su función: {role}.",
    submit: "Unirse",
  },
  askForLink: {
    reset: {
      title: "Elegir una contraseña nueva",
      lead: "Escriba el correo con el que inicia sesión. Allí llega un mensaje con un enlace.",
    },
    sign_in: {
      title: "Un enlace para iniciar sesión",
      lead: "Escriba el correo con el que inicia sesión. Allí llega un mensaje con un enlace, y no hace falta contraseña.",
    },
    back: "Volver al inicio de sesión",
    submit: "Enviarme el enlace",
    sentTitle: "Mire su correo",
    sent: "Si un miembro de {newsroom} tiene esta dirección, hay un mensaje en camino. Su enlace vale {minutes} minutos. ¿No llega nada? Mire en el correo no deseado o consulte a quien administra.",
  },
  signInByLink: {
    lead: "En {newsroom}, como {email}.",
    submit: "Iniciar sesión",
    other: "Iniciar sesión de otro modo",
  },
  reset: {
    title: "Elegir una contraseña nueva",
    lead: "Para {email}. Después se cierran todas sus sesiones y usted inicia sesión con la contraseña nueva.",
    password: "Contraseña nueva",
    dropPasskeys: "Quitar también mis llaves de acceso",
    submit: "Cambiar la contraseña",
  },
  letters: {
    reset: {
      subject: "{newsroom}: una contraseña nueva",
      text: "Hola, {name}:\n\nse pidió una contraseña nueva para su cuenta en {newsroom}. Elíjala aquí:\n{link}\n\nEl enlace sirve una sola vez, durante {minutes} minutos. Si no fue usted, no haga nada: su contraseña sigue igual.\n",
    },
    sign_in: {
      subject: "{newsroom}: iniciar sesión",
      text: "Hola, {name}:\n\nse pidió un enlace para iniciar sesión en {newsroom}. Aquí está:\n{link}\n\nEl enlace sirve una sola vez, durante {minutes} minutos. No lo pase a nadie. Si no fue usted, no haga nada: sin el enlace nadie entra.\n",
    },
    invitation: {
      subject: "{newsroom}: invitación a la redacción",
      text: "{name} le invita a unirse a la redacción de {newsroom}.\n\nElija aquí su nombre y una contraseña:\n{link}\n\nEl enlace sirve una sola vez, hasta el {time}. No lo pase a nadie: quien lo tenga puede entrar en su lugar.\n",
    },
  },
  demo: {
    title: "Esto es una demostración",
    lead: "Pruébelo todo: nada de lo que hay aquí es trabajo real. La contraseña de todas las personas de abajo es:",
    use: "Usar",
    useAs: "Usar la cuenta de {name}",
  },
  setUp: {
    title: "Configure su redacción",
    lead: "Es la primera persona en llegar. Dé un nombre a la redacción y cree su propia cuenta: será la primera con funciones de administración.",
    newsroom: "Su redacción",
    newsroomName: "Nombre de la redacción",
    newsroomNameHint: "El público lo ve en cada verificación publicada.",
    locale: "Idioma",
    localeHint: "De las páginas públicas y de la redacción. Cada miembro puede elegir otro.",
    timeZone: "Zona horaria",
    timeZoneHint: "Todas las horas se muestran según ella.",
    account: "Su cuenta",
    name: "Su nombre",
    nameHint:
      "Como aparece junto a su trabajo y en las verificaciones publicadas en las que haya participado.",
    email: "Correo electrónico",
    password: "Contraseña",
    passwordHint:
      "Al menos {min} caracteres. Unas cuantas palabras seguidas son fáciles de recordar y difíciles de adivinar.",
    submit: "Configurar la redacción",
  },
};
