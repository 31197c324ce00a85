import type { account as english } from "../en/account.ts";
import type { Translation } from "../words.ts";

export const account: Translation<typeof english> = {
  title: "Ihr Konto",
  language: "Sprache",
  languageHint: "Der Redaktion, nur für Sie.",
  asNewsroom: "Wie die Redaktion: {language}",
  saved: "Ihre Einstellungen sind gespeichert.",
  profile: {
    title: "Name und Vorstellung",
    name: "Name",
    nameHint: "So steht er bei Ihrer Arbeit und bei Faktenchecks, die ab jetzt veröffentlicht werden.",
    bio: "Über Sie",
    bioHint:
      "Für die Leserschaft, auf der Seite über die Arbeitsweise der Redaktion: Ihre Themen, wie man Sie erreicht. Bleibt es leer, stehen Sie dort nicht.",
    saved: "Ihr Name und Ihre Vorstellung sind gespeichert.",
  },
  password: {
    title: "Passwort",
    current: "Jetziges Passwort",
    next: "Neues Passwort",
    hint: "Mindestens {min} Zeichen. Überall sonst werden Sie abgemeldet.",
    submit: "Passwort ändern",
    saved: "Das Passwort ist geändert. Überall sonst sind Sie abgemeldet.",
  },
  sessions: {
    title: "Wo Sie angemeldet sind",
    device: "{browser} auf {system}",
    unknown: "Ein unbekanntes Gerät",
    here: "Dieser Browser",
    seen: "Zuletzt benutzt: {when}",
    since: "Angemeldet am {date}",
    end: "Abmelden",
    endNamed: "Abmelden: {device}, zuletzt benutzt: {when}",
    ended: "Dieses Gerät ist abgemeldet.",
    endOthers: "Überall sonst abmelden",
    endOthersTitle: "Überall sonst abmelden?",
    endOthersText:
      "Alle Geräte außer diesem Browser werden sofort abgemeldet. Was dort gerade geschrieben wird, bleibt dort.",
    othersEnded: "Überall sonst sind Sie abgemeldet.",
    onlyHere: "Sonst sind Sie nirgends angemeldet.",
  },
};
