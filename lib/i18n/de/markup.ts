import type { markup as english } from "../en/markup.ts";
import type { Translation } from "../words.ts";

/** What machines read of a claim's page, as the desk looks it over. */
export const markup: Translation<typeof english> = {
  title: "ClaimReview-Daten",
  ready: "Die Seite der Behauptung enthält ClaimReview-Daten für Suchmaschinen und Datensammlungen.",
  willBe: "Die Seite der Behauptung wird ClaimReview-Daten enthalten, sobald sie veröffentlicht ist.",
  none: "Die Seite der Behauptung enthält keine ClaimReview-Daten: {reason}",
  missing: "Gelesen werden sie trotzdem, besser wären sie mit:",
  shortcomings: {
    no_day: "dem Tag, an dem es behauptet wurde;",
    no_address: "der Adresse des Artikels, in dem es steht;",
    no_number: "einer Zahl: Nur geordnete Bewertungen, haben eine, die höchste die richtigste;",
    no_sources: "einer öffentlichen Quelle mit Adresse.",
  },
  show: "Daten anzeigen",
};
