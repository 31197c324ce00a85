import type { imports as english } from "../en/imports.ts";
import type { Translation } from "../words.ts";

/** Getting a text to the desk. */
export const imports: Translation<typeof english> = {
  new: {
    title: "Neuer Artikel",
    titleFor: "Neuer Text: {title}",
    ways: "Arten des Imports",
    address: "Webadresse",
    paste: "Einfügen",
    file: "Datei",
  },
  address: {
    label: "Webadresse des Artikels",
    hint: "Die Seite wird einmal abgerufen und so aufbewahrt, wie sie gelesen wurde. Sie sehen, was als Artikel gilt, bevor etwas gespeichert wird.",
    submit: "Abrufen",
  },
  paste: {
    label: "Text des Artikels",
    hint: "Kopieren Sie den ganzen Artikel und fügen Sie ihn ein. Text ohne Formatierung geht auch.",
    isRich: "Überschriften, Listen und Links des eingefügten Textes bleiben erhalten.",
    plainOnly: "Nur den reinen Text verwenden",
    from: "Webadresse, von der er stammt",
    submit: "Einlesen",
  },
  file: {
    label: "Datei des Artikels",
    hint: "Eine Webseite (HTML), ein PDF oder reiner Text, höchstens {limit} MB.",
    drop: "Ziehen Sie eine Datei hierher oder wählen Sie eine aus:",
    tooLarge:
      "„{name}“ hat {size} MB. Eine Datei darf höchstens {limit} MB haben: Fügen Sie stattdessen den Text des Artikels ein.",
    submit: "Einlesen",
  },
  steps: {
    title: "Schritte",
    fetched: "Abgerufen",
    received: "Empfangen",
    read: "Gelesen",
    cleaned: "Bereinigt",
    saved: "Gespeichert",
    done: "erledigt",
    current: "läuft",
    failed: "fehlgeschlagen",
  },
  underWay: {
    title: "Artikel wird gelesen",
    waiting: "Wartet, bis es so weit ist …",
    fetching: "Seite wird abgerufen …",
    reading: "Artikel wird von dem getrennt, was um ihn herum steht …",
    hint: "Das dauert ein paar Sekunden. Sie können diese Seite verlassen und wiederkommen.",
    stalled: "Das dauert schon so lange, dass nichts mehr daraus wird.",
  },
  failed: {
    title: "Das ließ sich nicht lesen",
    retry: "Noch einmal versuchen",
    paste: "Stattdessen den Text einfügen",
  },
  unchanged: {
    title: "Nichts hat sich geändert",
    text: "Der Text ist derselbe wie Fassung {number}.",
    back: "Zurück zum Artikel",
  },
  preview: {
    title: "Bitte durchsehen",
    text: "Der Text, in dem Behauptungen markiert werden",
    hint: "Nehmen Sie das Häkchen weg, wo etwas nicht zum Artikel gehört.",
    kept: { one: "{count} Absatz", other: "{count} Absätze" },
    leftOut: { one: "{count} Absatz ausgelassen", other: "{count} Absätze ausgelassen" },
    broughtBack: { one: "{count} zurückgeholt", other: "{count} zurückgeholt" },
    part: "Teil des Artikels: {words}",
    partLeftOut: "Teil des Artikels: {words} (zurückholen)",
    bringBack: "Zurückholen",
    bringAllBack: "Alle zurückholen",
    above: "Auch alles darüber auslassen",
    below: "Auch alles darunter auslassen",
    further: {
      one: "{count} weiterer Absatz wird hier nicht gezeigt.",
      other: "{count} weitere Absätze werden hier nicht gezeigt.",
    },
    keepFurther: {
      one: "Den {count} behalten, der als Teil des Artikels gelesen wurde",
      other: "Die {count} behalten, die als Teil des Artikels gelesen wurden",
    },
    details: "Angaben",
    toDetails: "Weiter zu den Angaben",
    save: "Artikel speichern",
    saveRevision: "Als Fassung {number} speichern",
    saveRevisionOf:
      "{title}: Dies wird Fassung {number}, und seine Behauptungen folgen ihrem Wortlaut in den neuen Text.",
    outdated:
      "Der Artikel hat einen neueren Text (Fassung {newest}) als den, mit dem verglichen wurde (Fassung {basedOn}). Lesen Sie ihn noch einmal ein, damit nichts Neueres verloren geht.",
    readAgain: "Noch einmal einlesen",
    isOther:
      "Diese Seite hat sich seit Fassung {number} so stark geändert, dass sie inzwischen ein anderer Artikel sein kann. Sehen Sie sie durch, bevor sie gespeichert wird.",
    fetchedFrom: "Abgerufen von {site} am {time}, {size}",
    uploaded: "„{name}“, empfangen am {time}, {size}",
    pasted: "Eingefügt am {time}, {size}",
    kilobytes: "{count} kB",
    megabytes: "{count} MB",
    sameAddress: "Von dieser Adresse liegt in der Redaktion schon vor:",
    addedOn: "hinzugefügt am {day}",
  },
  notes: {
    dateStamp: "„{removed}“ vor dem Text wurde herausgenommen: Es ist das Datum des Artikels.",
    markers: {
      one: "Ein Zeichen, das nur eine Zeile markierte, etwa > oder -, wurde entfernt.",
      other: "{count} Zeichen, die nur Zeilen markierten, etwa > oder -, wurden entfernt.",
    },
    replaced: {
      one: "Ein nicht lesbares Zeichen wurde durch � ersetzt.",
      other: "{count} nicht lesbare Zeichen wurden durch � ersetzt.",
    },
  },
};
