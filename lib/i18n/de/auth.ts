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
    withProvider: "Mit {provider} anmelden",
    orPassword: "Oder mit Ihrem Passwort:",
    sessionEnded: "Ihre Sitzung ist beendet. Melden Sie sich wieder an und Sie sind zurück, wo Sie waren.",
    link: "Link zum Anmelden schicken",
    forgot: "Passwort vergessen?",
    passwordChanged:
      "Ihr Passwort ist geändert, und Sie sind überall abgemeldet. Melden Sie sich mit dem neuen an.",
    passkey: "Mit Passkey anmelden",
    passkeyCancelled:
      "Ihr Gerät hat niemanden angemeldet. Versuchen Sie es noch einmal, oder nehmen Sie Ihr Passwort.",
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
  askForLink: {
    reset: {
      title: "Ein neues Passwort wählen",
      lead: "Geben Sie die E-Mail-Adresse an, mit der Sie sich anmelden. Dorthin kommt ein Brief mit einem Link.",
    },
    sign_in: {
      title: "Ein Link zum Anmelden",
      lead: "Geben Sie die E-Mail-Adresse an, mit der Sie sich anmelden. Dorthin kommt ein Brief mit einem Link; ein Passwort brauchen Sie nicht.",
    },
    back: "Zurück zur Anmeldung",
    submit: "Link schicken",
    sentTitle: "Sehen Sie in Ihre E-Mails",
    sent: "Wenn ein Mitglied von {newsroom} diese Adresse hat, ist ein Brief unterwegs. Sein Link gilt {minutes} Minuten. Nichts angekommen? Sehen Sie bei unerwünschter Post nach, oder fragen Sie die Administration.",
  },
  signInByLink: {
    lead: "Bei {newsroom}, als {email}.",
    submit: "Anmelden",
    other: "Anders anmelden",
  },
  reset: {
    title: "Ein neues Passwort wählen",
    lead: "Für {email}. Danach sind Sie überall abgemeldet und melden sich mit dem neuen Passwort an.",
    password: "Neues Passwort",
    dropPasskeys: "Auch meine Passkeys entfernen",
    submit: "Passwort ändern",
  },
  letters: {
    reset: {
      subject: "{newsroom}: ein neues Passwort",
      text: "Guten Tag {name},\n\nfür Ihr Konto bei {newsroom} wurde um ein neues Passwort gebeten. Wählen Sie es hier:\n{link}\n\nDer Link gilt einmal, {minutes} Minuten lang. Wenn Sie es nicht waren, tun Sie nichts: Ihr Passwort bleibt.\n",
    },
    sign_in: {
      subject: "{newsroom}: Anmeldung",
      text: "Guten Tag {name},\n\nfür Ihr Konto bei {newsroom} wurde um einen Link zum Anmelden gebeten. Hier ist er:\n{link}\n\nDer Link gilt einmal, {minutes} Minuten lang. Geben Sie ihn nicht weiter. Wenn Sie es nicht waren, tun Sie nichts: Ohne den Link kommt niemand hinein.\n",
    },
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
