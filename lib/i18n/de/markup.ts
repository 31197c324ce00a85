import type { Translation, Words } from "../words.ts";

export const markup: Translation<Words["markup"]> = {
  title: "ClaimReview-Daten",
  ready: "Die Seite der Behauptung trägt ClaimReview-Daten für Suchmaschinen und Datensammlungen.",
  willBe: "Die Seite der Behauptung wird ClaimReview-Daten tragen, sobald sie veröffentlicht ist.",
  none: "Die Seite der Behauptung trägt keine ClaimReview-Daten: {reason}",
  missing: "Gelesen werden sie trotzdem, besser wären sie mit:",
  shortcomings: {
    no_day: "dem Tag, an dem es behauptet wurde;",
    no_address: "der Adresse des Artikels, in dem es steht;",
    no_number: "einer Zahl: Nur geordnete Bewertungen, die wahrste zuoberst, haben eine;",
    no_sources: "einer öffentlichen Quelle mit Adresse.",
  },
  show: "Daten zeigen",
};
