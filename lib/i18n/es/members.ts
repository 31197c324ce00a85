import type { members as english } from "../en/members.ts";
import type { Translation } from "../words.ts";

export const members: Translation<typeof english> = {
  newsroom: {
    title: "Configuración",
    identity: "Nombre y hora",
    name: "Nombre",
    nameHint: "El público lo ve en cada verificación publicada.",
    timeZone: "Zona horaria",
    timeZoneHint: "Todas las horas de la redacción y de las páginas públicas se muestran según ella.",
    languages: "Idiomas",
    locale: "Idioma",
    localeHint: "De las páginas públicas, y de la redacción para quien no haya elegido otro.",
    offered: "El público puede elegir también",
    offeredHint:
      "Las páginas públicas enlazan entonces a las mismas en estos idiomas, con las afirmaciones traducidas hasta el momento.",
    checking: "Verificación",
    opinions: "Dictámenes que necesita una afirmación",
    opinionsHint:
      "Las afirmaciones que ya están en verificación siguen el nuevo número a partir de su próximo dictamen.",
    opinionChoices: {
      1: { label: "Uno", hint: "El veredicto de la primera persona pasa directamente a edición." },
      2: { label: "Dos", hint: "Una segunda persona juzga sin ver el primer veredicto." },
      3: { label: "Tres", hint: "Otras dos personas juzgan sin ver los veredictos anteriores al suyo." },
    },
    minSources: "Fuentes que necesita una afirmación",
    minSourcesHint: "Con menos no se publica, salvo que alguien de edición diga por qué.",
    leaseMinutes: "Tiempo para trabajar en una afirmación",
    leaseMinutesHint:
      "Una afirmación tomada de la cola vuelve a ella pasado este tiempo sin señales de actividad.",
    assignmentHours: "Tiempo que se reserva una afirmación asignada",
    assignmentHoursHint:
      "Después se vuelve a ofrecer a todo el equipo, salvo que la haya tomado quien la tenía asignada.",
    readers: "Público",
    contactDays: "Las direcciones de correo de quienes escriben se conservan",
    contactDaysHint: "Después se eliminan. Los formularios para el público lo indican.",
    days: { one: "{count} día", many: "{count} de días", other: "{count} días" },
    minutes: { one: "{count} minuto", many: "{count} de minutos", other: "{count} minutos" },
    hours: { one: "{count} hora", many: "{count} de horas", other: "{count} horas" },
    saved: "La configuración está guardada.",
  },
  list: {
    title: "Miembros",
    count: { one: "{count} miembro", many: "{count} de miembros", other: "{count} miembros" },
    name: "Nombre",
    email: "Correo electrónico",
    role: "Función",
    lastSeen: "Última conexión",
    never: "Sin conexiones recientes",
    you: "usted",
    disabled: "Desactivada",
    edit: "Editar a {name}",
    first: "Volver al principio",
  },
  roleHints: {
    reporter: "Añade artículos, marca afirmaciones, adjunta fuentes.",
    reviewer: "Además, toma afirmaciones de la cola y da veredictos.",
    editor: "Además, decide entre veredictos distintos, y publica, corrige y retira.",
    admin: "Además, cambia la configuración de la redacción y sus miembros.",
  },
  add: {
    action: "Añadir un miembro",
    title: "Añadir un miembro",
    name: "Nombre",
    nameHint:
      "Como aparece junto a su trabajo y en las verificaciones publicadas en las que haya participado.",
    email: "Correo electrónico",
    role: "Función",
    password: "Primera contraseña",
    passwordHint: "Al menos {min} caracteres. Entréguela en persona: no se envía ningún correo.",
    submit: "Añadir este miembro",
  },
  edit: {
    title: "Editar a {name}",
    account: "Cuenta",
    added: "Añadida el {date}",
    saved: "Guardado. Una función nueva cuenta desde su próximo clic.",
    confirmRole: {
      title: "¿Cambiar la función de {name}?",
      body: "De {before} a {after}. Cuenta desde su próximo clic.",
      own: "Es su propia cuenta: puede que después no pueda deshacer el cambio.",
      confirm: "Cambiar la función",
    },
  },
  disable: {
    title: "Desactivar esta cuenta",
    body: "La sesión de {name} se cierra de inmediato en todas partes y no podrá iniciar otra. Su trabajo permanece.",
    own: "No puede desactivar su propia cuenta. Pídalo a otra persona de administración.",
    action: "Desactivar",
    confirmTitle: "¿Desactivar la cuenta de {name}?",
    confirm: "Desactivar",
  },
  enable: {
    title: "Esta cuenta está desactivada",
    body: "{name} no puede iniciar sesión desde el {date}.",
    action: "Reactivar",
  },
};
