import type { Translation, Words } from "../words.ts";

export const people: Translation<Words["people"]> = {
  title: "Wer uns geschrieben hat",
  nameless: "Jemand ohne Adresse",
  fromTip: "Herausgeben oder löschen, was gesendet wurde",
  intro:
    "Wer einen Fehler gemeldet oder eine Behauptung gesendet hat, darf wissen, was Sie darüber haben, und es löschen lassen. Gefunden wird es über die E-Mail-Adresse, die dabei angegeben wurde.",
  find: "Jemanden finden",
  email: "E-Mail-Adresse der Person",
  submit: "Finden",
  forgotten: {
    one: "Adressen werden nach {count} Tag von selbst gelöscht. Was davor oder ohne Adresse gesendet wurde, gehört zu niemandem mehr und lässt sich hier nicht finden: Gelöscht wird es von seiner eigenen Karte aus, unter den Hinweisen.",
    other:
      "Adressen werden nach {count} Tagen von selbst gelöscht. Was davor oder ohne Adresse gesendet wurde, gehört zu niemandem mehr und lässt sich hier nicht finden: Gelöscht wird es von seiner eigenen Karte aus, unter den Hinweisen.",
  },
  sent: { one: "{count} Zuschrift", other: "{count} Zuschriften" },
  list: "Was gesendet wurde",
  on: "{kind}, {when}",
  claim: "Behauptung {number}",
  fields: { link: "Link", said: "Gesagt von {name}", answer: "Unsere Antwort" },
  data: "Die Daten der Person",
  held: "Was sie gesendet hat und was Sie geantwortet haben, mit der Adresse, als Datei zum Weitergeben.",
  download: "Herunterladen, was wir haben",
  erase: "Löschen",
  goes: "Das verschwindet endgültig",
  goesList: {
    words: "was geschrieben wurde, die Links darin, und wer genannt wurde",
    address: "die E-Mail-Adresse, auch wo sie im Verlauf steht",
    answer: "was Sie geantwortet haben",
  },
  stays: "Das bleibt",
  staysList: {
    work: "was in der Redaktion daraus wurde: Behauptungen, Urteile, Korrekturen",
    history: "dass etwas gesendet wurde und wer von Ihnen es erledigt hat, mit Ihrem Grund",
    elsewhere: "was Mitglieder in Kommentaren darüber schrieben, und frühere Sicherungen",
  },
  reason: "Warum gelöscht wird",
  reasonHint: "Der Grund bleibt für immer im Verlauf: Schreiben Sie ihn ohne Namen und Adresse.",
  typedHint: "Geben Sie {email} ein, um zu bestätigen, dass Sie es so meinen.",
  action: "Endgültig löschen",
  done: { one: "Es ist gelöscht: {count} Zuschrift.", other: "Es ist gelöscht: {count} Zuschriften." },
  nowhere: "Die Adresse steht sonst nirgends.",
  mentions: "Die Adresse steht noch hier, in dem, was andere schrieben:",
  rows: "{place}: {count}",
  another: "Jemand anderen finden",
};
