import type { bulk as english } from "../en/bulk.ts";
import type { Translation } from "../words.ts";

export const bulk: Translation<typeof english> = {
  selectOne: "Seleccionar la afirmación {number}: {statement}",
  selectAll: {
    one: "Seleccionar la {count} mostrada",
    many: "Seleccionar las {count} mostradas",
    other: "Seleccionar las {count} mostradas",
  },
  selectNone: "No seleccionar ninguna",
  selected: {
    one: "{count} afirmación seleccionada",
    many: "{count} de afirmaciones seleccionadas",
    other: "{count} afirmaciones seleccionadas",
  },
  bar: "Qué hacer con las afirmaciones seleccionadas",
  acts: {
    publish: "Publicar…",
    assign: "Asignar…",
    snooze: "Aplazar…",
    release: "Devolver…",
  },
  titles: {
    publish: "Publicar varias afirmaciones",
    assign: "Asignar varias afirmaciones",
    snooze: "Aplazar varias afirmaciones",
    release: "Devolver varias afirmaciones a la cola",
  },
  chosen: { one: "{count} afirmación", many: "{count} de afirmaciones", other: "{count} afirmaciones" },
  summary: "{chosen}: {go}.",
  summaryBoth: "{chosen}: {go}, {stay}.",
  go: {
    publish: {
      one: "{count} se publicará",
      many: "{count} se publicarán",
      other: "{count} se publicarán",
    },
    assign: {
      one: "{count} se reservará para quien usted elija",
      many: "{count} se reservarán para quien usted elija",
      other: "{count} se reservarán para quien usted elija",
    },
    snooze: {
      one: "{count} se aplazará para usted",
      many: "{count} se aplazarán para usted",
      other: "{count} se aplazarán para usted",
    },
    release: {
      one: "{count} volverá a la cola",
      many: "{count} volverán a la cola",
      other: "{count} volverán a la cola",
    },
  },
  stay: { one: "{count} no", many: "{count} no", other: "{count} no" },
  left: {
    one: "Se seleccionó {count} más de las que se pueden tratar a la vez ({most}). Hágala después.",
    many: "Se seleccionaron {count} más de las que se pueden tratar a la vez ({most}). Hágalas después.",
    other: "Se seleccionaron {count} más de las que se pueden tratar a la vez ({most}). Hágalas después.",
  },
  publishHint:
    "Solo se publican juntas las afirmaciones sin desacuerdo y a las que no les falta nada. Las demás piden leerse una por una.",
  willGo: "Estas",
  willStay: "Estas no",
  confirm: {
    publish: {
      one: "Publicar {count} afirmación",
      many: "Publicar {count} de afirmaciones",
      other: "Publicar {count} afirmaciones",
    },
    assign: {
      one: "Asignar {count} afirmación",
      many: "Asignar {count} de afirmaciones",
      other: "Asignar {count} afirmaciones",
    },
    snooze: {
      one: "Aplazar {count} afirmación",
      many: "Aplazar {count} de afirmaciones",
      other: "Aplazar {count} afirmaciones",
    },
    release: {
      one: "Devolver {count} afirmación",
      many: "Devolver {count} de afirmaciones",
      other: "Devolver {count} afirmaciones",
    },
  },
  nothingChosen: "No hay ninguna afirmación seleccionada",
  nothingChosenText: "Marque primero afirmaciones en la cola.",
  cancel: "Volver a la cola",
  close: "Listo: volver a la cola",
  was: {
    publish: {
      one: "{count} afirmación publicada",
      many: "{count} de afirmaciones publicadas",
      other: "{count} afirmaciones publicadas",
    },
    assign: {
      one: "{count} afirmación asignada",
      many: "{count} de afirmaciones asignadas",
      other: "{count} afirmaciones asignadas",
    },
    snooze: {
      one: "{count} afirmación aplazada para usted",
      many: "{count} de afirmaciones aplazadas para usted",
      other: "{count} afirmaciones aplazadas para usted",
    },
    release: {
      one: "{count} afirmación devuelta a la cola",
      many: "{count} de afirmaciones devueltas a la cola",
      other: "{count} afirmaciones devueltas a la cola",
    },
    undo: {
      one: "{count} afirmación como estaba antes",
      many: "{count} de afirmaciones como estaban antes",
      other: "{count} afirmaciones como estaban antes",
    },
  },
  wasNot: { one: "{count} no", many: "{count} no", other: "{count} no" },
  result: "{was}.",
  resultBoth: "{was}, {wasNot}.",
  wasDone: {
    publish: "Publicada",
    assign: "Asignada",
    snooze: "Aplazada",
    release: "Devuelta",
    undo: "Como estaba antes",
  },
  changed: "Cambió mientras tanto",
  refused: "No realizado",
  results: "Qué pasó con cada afirmación",
  undo: "Deshacer",
};
