import type { auth as english } from "../en/auth.ts";
import type { Translation } from "../words.ts";

/** Words of the pages people see before they are signed in. */
export const auth: Translation<typeof english> = {
  signIn: {
    title: "Anmelden",
    email: "E-Mail-Adresse",
    password: "Passwort",
    submit: "Anmelden",
    help: "Noch kein Konto oder das Passwort verloren? Fragen Sie die Administration Ihrer Redaktion.",
    signedOut: "Sie sind abgemeldet.",
    sessionEnded: "Ihre Sitzung ist beendet. Melden Sie sich wieder an und Sie sind zurück, wo Sie waren.",
    published: "Veröffentlichte Faktenchecks",
  },
  secondStep: {
    title: "Noch ein Schritt",
    code: "Code",
    hint: "Aus Ihrer Authentifizierungs-App oder einer Ihrer Notfallcodes.",
    submit: "Anmelden",
    over: "Von vorn beginnen",
  },
  again: {
    title: "Erneut anmelden",
    lead: "Ihre Sitzung ist beendet. Was Sie geschrieben haben, ist noch da und wird gesendet, sobald Sie angemeldet sind.",
    submit: "Anmelden und senden",
    otherTitle: "Sie sind jetzt {name}",
    other:
      "Diese Seite wurde von {before} geöffnet. Was dort gerade geschrieben wurde, bleibt für {before} in diesem Browser und wird nicht in Ihrem Namen gesendet.",
    reload: "Seite als {name} laden",
  },
  invite: {
    title: "Der Redaktion beitreten",
    lead: "{newsroom} lädt Sie ein. Ihre Rolle dort: {role}.",
    submit: "Beitreten",
  },
  letters: {
    invitation: {
      subject: "{newsroom}: Einladung in die Redaktion",
      text: "{name} lädt Sie in die Redaktion von {newsroom} ein.\n\nWählen Sie hier Ihren Namen und ein Passwort:\n{link}\n\nDer Link gilt einmal, bis {time}. Geben Sie ihn nicht weiter: Wer ihn hat, kann an Ihrer Stelle beitreten.\n",
    },
  },
  demo: {
    title: "Dies ist eine Demo",
    lead: "Probieren Sie alles aus: Nichts hier ist echte Arbeit. Das Passwort aller unten Genannten:",
    use: "Verwenden",
    useAs: "Das Konto von {name} verwenden",
  },
  setUp: {
    title: "Ihre Redaktion einrichten",
    lead: "Sie sind zuerst hier. Geben Sie der Redaktion einen Namen und legen Sie Ihr eigenes Konto an: Sie übernehmen damit die Administration.",
    newsroom: "Ihre Redaktion",
    newsroomName: "Name der Redaktion",
    newsroomNameHint: "Er steht auf jedem veröffentlichten Faktencheck.",
    locale: "Sprache",
    localeHint: "Der öffentlichen Seiten und der Redaktion. Jedes Mitglied kann eine andere wählen.",
    timeZone: "Zeitzone",
    timeZoneHint: "Alle Zeiten werden darin angezeigt.",
    account: "Ihr Konto",
    name: "Ihr Name",
    nameHint: "So, wie er neben Ihrer Arbeit und auf Faktenchecks steht, an denen Sie beteiligt sind.",
    email: "E-Mail-Adresse",
    password: "Passwort",
    passwordHint:
      "Mindestens {min} Zeichen. Ein paar Wörter hintereinander sind leicht zu merken und schwer zu erraten.",
    submit: "Redaktion einrichten",
  },
};
