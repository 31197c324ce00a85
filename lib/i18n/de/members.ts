import type { members as english } from "../en/members.ts";
import type { Translation } from "../words.ts";

/** Words of the settings: the newsroom and its members. */
export const members: Translation<typeof english> = {
  newsroom: {
    title: "Einstellungen",
    identity: "Name und Zeit",
    name: "Name",
    nameHint: "Er steht auf jedem veröffentlichten Faktencheck.",
    timeZone: "Zeitzone",
    timeZoneHint: "Alle Zeiten in der Redaktion und auf den öffentlichen Seiten werden darin angezeigt.",
    languages: "Sprachen",
    locale: "Sprache",
    localeHint: "Der öffentlichen Seiten und, für alle, die keine andere gewählt haben, der Redaktion.",
    offered: "Öffentlich außerdem wählbar",
    offeredHint:
      "Öffentliche Seiten führen dann zu denselben Seiten in diesen Sprachen, mit den Behauptungen, die schon übersetzt sind.",
    checking: "Prüfung",
    opinions: "Voten, die eine Behauptung braucht",
    opinionsHint: "Für Behauptungen, die schon geprüft werden, gilt die neue Zahl ab dem nächsten Votum.",
    opinionChoices: {
      1: { label: "Eins", hint: "Das erste Urteil geht direkt an die Redaktionsleitung." },
      2: { label: "Zwei", hint: "Eine zweite Person urteilt, ohne das erste Urteil zu sehen." },
      3: { label: "Drei", hint: "Zwei weitere Personen urteilen, ohne die Urteile davor zu sehen." },
    },
    minSources: "Quellen, die eine Behauptung braucht",
    minSourcesHint:
      "Weniger verhindern die Veröffentlichung, wenn die Redaktionsleitung sie nicht begründet.",
    leaseMinutes: "Zeit zur Arbeit an einer Behauptung",
    leaseMinutesHint:
      "Eine übernommene Behauptung geht nach dieser Zeit ohne Lebenszeichen zurück in die Warteschlange.",
    assignmentHours: "So lange wird eine zugewiesene Behauptung vorgehalten",
    assignmentHoursHint:
      "Danach wird die Behauptung wieder allen angeboten, falls sie bis dahin nicht übernommen wurde.",
    readers: "Leserschaft",
    contactDays: "So lange bleiben E-Mail-Adressen aus Zuschriften gespeichert",
    contactDaysHint: "Danach werden sie gelöscht. Das steht auch in den öffentlichen Formularen.",
    days: { one: "{count} Tag", other: "{count} Tage" },
    minutes: { one: "{count} Minute", other: "{count} Minuten" },
    hours: { one: "{count} Stunde", other: "{count} Stunden" },
    saved: "Die Einstellungen sind gespeichert.",
  },
  list: {
    title: "Mitglieder",
    count: { one: "{count} Mitglied", other: "{count} Mitglieder" },
    name: "Name",
    email: "E-Mail-Adresse",
    role: "Rolle",
    lastSeen: "Zuletzt gesehen",
    never: "In letzter Zeit nicht angemeldet",
    you: "Sie",
    disabled: "Abgeschaltet",
    edit: "{name} bearbeiten",
    first: "Zurück zum Anfang",
  },
  roleHints: {
    reporter: "Fügt Artikel hinzu, markiert Behauptungen, sammelt Quellen.",
    reviewer: "Übernimmt außerdem Behauptungen aus der Warteschlange und fällt Urteile.",
    editor: "Entscheidet außerdem bei abweichenden Urteilen, veröffentlicht, korrigiert und zieht zurück.",
    admin: "Ändert außerdem die Einstellungen der Redaktion und ihre Mitglieder.",
  },
  add: {
    action: "Mitglied hinzufügen",
    title: "Mitglied hinzufügen",
    name: "Name",
    nameHint: "So, wie er neben der Arbeit und auf Faktenchecks steht, an denen die Person beteiligt ist.",
    email: "E-Mail-Adresse",
    role: "Rolle",
    password: "Erstes Passwort",
    passwordHint: "Mindestens {min} Zeichen. Geben Sie es selbst weiter: Es wird keine E-Mail verschickt.",
    submit: "Dieses Mitglied hinzufügen",
  },
  edit: {
    title: "{name} bearbeiten",
    account: "Konto",
    added: "Hinzugefügt am {date}",
    saved: "Gespeichert. Eine neue Rolle gilt ab dem nächsten Klick.",
    confirmRole: {
      title: "Rolle von {name} ändern?",
      body: "Von „{before}“ zu „{after}“. Das gilt ab dem nächsten Klick.",
      own: "Das ist Ihr eigenes Konto: Vielleicht können Sie es nicht mehr zurückändern.",
      confirm: "Rolle ändern",
    },
  },
  disable: {
    title: "Dieses Konto abschalten",
    body: "{name} wird überall sofort abgemeldet und kann sich nicht wieder anmelden. Was bisher entstanden ist, bleibt.",
    own: "Ihr eigenes Konto können Sie nicht abschalten. Bitten Sie jemand anderen aus der Administration.",
    action: "Abschalten",
    confirmTitle: "Konto von {name} abschalten?",
    confirm: "Abschalten",
  },
  enable: {
    title: "Dieses Konto ist abgeschaltet",
    body: "{name} kann sich seit dem {date} nicht mehr anmelden.",
    action: "Wieder einschalten",
  },
};
