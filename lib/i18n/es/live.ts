import type { live as english } from "../en/live.ts";
import type { Translation } from "../words.ts";

export const live: Translation<typeof english> = {
  here: { one: "{count} colega aquí", many: "{count} de colegas aquí", other: "{count} colegas aquí" },
  faces: "{faces}: {here}",
  title: "También en este artículo",
  reading: "leyendo",
  onClaim: "en la afirmación {number}",
  editingClaim: "editando la afirmación {number}",
  arrived: "También aquí: {names}",
  alone: "Ya no hay nadie más aquí",
  status: {
    connecting: "Conectando",
    live: "Los cambios de sus colegas aparecen en cuanto se producen",
    polling: "Los cambios de sus colegas aparecen cada pocos segundos",
    lost: "Sin conexión",
    ended: "Sesión cerrada",
  },
  lostHint: "Se está reintentando. Lo que escriba se conserva en este navegador.",
  endedHint: "Inicie sesión de nuevo para ver lo que cambian sus colegas.",
  signIn: "Iniciar sesión",
  textChanged: "El artículo tiene un texto más reciente.",
  showText: "Mostrarlo",
  editing: "Edición en curso: {names}",
  alsoEditing:
    "Esta afirmación también está en edición: {names}. Quien guarde después verá los dos textos; nada se sobrescribe.",
  alsoInField:
    "Esta afirmación también está en edición: {names}, ahora en «{field}». Quien guarde después verá los dos textos.",
  deleted:
    "Un colega o una colega eliminó esta afirmación. Copie lo que escribió antes de salir de este formulario: no se puede guardar.",
};
