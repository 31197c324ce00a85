import type { embed as english } from "../en/embed.ts";
import type { Translation } from "../words.ts";

/** What other sites show of a claim: the card in a frame, and the marks in an article. */
export const embed: Translation<typeof english> = {
  mark: "Behauptung {number}, bewertet als {rating}",
  unratedMark: "Behauptung {number}, geprüft",
  read: "Den ganzen Faktencheck lesen",
  by: "Geprüft von {newsroom}",
  reworded: "Der Wortlaut des Artikels hat sich seit diesem Faktencheck geändert.",
  withdrawn: "Dieser Faktencheck wurde zurückgezogen",
  code: "Diesen Faktencheck einbetten",
  codeText:
    "Kopieren Sie dies in Ihre Seite. Die Karte steht in einem eigenen Rahmen, setzt keine Cookies und folgt den hellen oder dunklen Farben, die beim Lesen eingestellt sind; das Skript passt nur ihre Höhe an.",
  codeLabel: "Code zum Kopieren",
};
