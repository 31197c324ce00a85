import type { tips as english } from "../en/tips.ts";
import type { Translation } from "../words.ts";

/** What somebody outside sends: the forms for readers, and what the desk does with it. */
export const tips: Translation<typeof english> = {
  title: "Hinweise",
  reader: "Eine Leserin oder ein Leser",
  lead: "Was Leserinnen und Leser der Redaktion schreiben. Übernehmen Sie einen Hinweis und geben Sie an, was daraus wird.",
  waiting: { one: "{count} Hinweis wartet", other: "{count} Hinweise warten" },
  views: {
    label: "Welche Hinweise",
    open: "Wartende",
    error: "Gemeldete Fehler",
    claim: "Eingesandte Behauptungen",
    settled: "Erledigte",
  },
  empty: "Kein Hinweis wartet",
  emptyText:
    "Unter jedem veröffentlichten Faktencheck lässt sich ein Fehler melden, und alle können der Redaktion eine Behauptung einsenden. Das kommt hierher.",
  emptySettled: "Noch ist nichts erledigt",
  emptySettledText: "Hier stehen Hinweise, aus denen etwas wurde oder nichts, mit der Begründung.",
  kinds: { error: "Fehler gemeldet", claim: "Behauptung eingesandt" },
  states: { new: "Neu", in_work: "In Arbeit", done: "Erledigt", no_change: "Keine Änderung" },
  received: "eingegangen {when}",
  readAll: "Alles lesen",
  inHand: "{name} hat den Hinweis übernommen, {when}.",
  settled: {
    done: "Erledigt laut {name}, {when}.",
    no_change: "Keine Änderung laut {name}, {when}.",
  },
  onClaim: "Zu Behauptung {number}",
  becameClaim: "Daraus wurde Behauptung {number}",
  publicPage: "Öffentliche Seite",
  saidBy: "Gesagt von {name}",
  saidOn: "am {day}",
  link: "Mitgeschickter Link",
  email: "Schreiben an",
  emailKept: "Wird am {day} von selbst gelöscht.",
  emailHidden:
    "Es ist eine Adresse für eine Antwort angegeben. Sehen können sie die Redaktionsleitung und wer den Hinweis übernimmt.",
  emailErased: "Die Adresse für eine Antwort wurde am {day} gelöscht.",
  emailNone: "Eine Antwort ist nicht gewünscht.",
  answered: {
    mailed: "Beantwortet von {name}; die E-Mail ging {when} hinaus.",
    waiting: "Beantwortet von {name}, {when}; die E-Mail ist unterwegs.",
    failed:
      "Beantwortet von {name}, {when}, aber der Mailserver hat die E-Mail nicht angenommen. Schicken Sie sie selbst:",
    byHand: "Beantwortet von {name}, {when}.",
  },
  actions: {
    group: "Was aus diesem Hinweis wird",
    take: "Übernehmen",
    taken: "Der Hinweis liegt bei Ihnen",
    release: "Zurücklegen",
    released: "Der Hinweis ist wieder für andere da",
    correct: "Behauptung korrigieren",
    check: "Einen Entwurf daraus machen",
    importLink: "Die Seite hinter dem Link einlesen",
    withCheck: "Mit diesem Faktencheck antworten",
    withCheckOnly: "Das beantwortet ihn",
    withCheckSent: "Der Link zum Faktencheck ist unterwegs, und der Hinweis ist erledigt",
    withCheckDone: "Mit diesem Faktencheck erledigt",
    settle: "Erledigen",
    settleSubmit: "Erledigen",
    settledDone: "Erledigt",
    outcome: "Was daraus wird",
    outcomes: { done: "Erledigt: Es hat etwas bewirkt", no_change: "Keine Änderung" },
    reason: "In einem Satz",
    reasonHint:
      "Nötig, wenn sich nichts ändert. Mitglieder sehen ihn hier und im Verlauf; wer geschrieben hat, sieht ihn nicht.",
    reopen: "Wieder aufnehmen",
    reopened: "Der Hinweis liegt wieder bei Ihnen",
    answer: "Antworten",
    answerText: "Ihre Antwort",
    answerHint: "Geht per E-Mail von der Adresse der Redaktion hinaus. Ihr Name wird nicht hinzugefügt.",
    answerByHandHint:
      "Diese Redaktion verschickt keine E-Mails. Kopieren Sie den Text, schicken Sie ihn aus Ihrem eigenen Postfach an die Adresse oben und vermerken Sie, dass geantwortet ist.",
    answerSubmit: "Antwort senden",
    answerByHand: "Als beantwortet vermerken",
    answerSent: "Die Antwort ist unterwegs",
    answerNoted: "Als beantwortet vermerkt",
    mailto: "Im eigenen Mailprogramm schreiben",
    erase: "Adresse jetzt löschen",
    erased: "Die Adresse ist gelöscht",
  },
  templates: {
    error:
      "Guten Tag,\n\nvielen Dank für Ihren Hinweis zu unserem Faktencheck dieser Behauptung:\n„{statement}“\n\n\n\nDer Faktencheck mit allen Änderungen daran: {link}",
    claim: "Guten Tag,\n\nvielen Dank, dass Sie uns diese Behauptung eingesandt haben:\n„{words}“\n\n",
    checked:
      "Guten Tag,\n\nvielen Dank, dass Sie uns eine Behauptung eingesandt haben. Wir haben sie geprüft; was wir herausgefunden haben und woher wir es wissen:\n{link}",
  },
  earlier: "Schon geprüft?",
  letter: {
    subjects: {
      error: "Ihre Fehlermeldung an {newsroom}",
      claim: "Die Behauptung, die Sie an {newsroom} gesandt haben",
    },
    from: "{newsroom}",
  },
  forms: {
    errorTitle: "Fehler melden",
    errorLead: "In unserem Faktencheck zu:",
    errorLink: "Fehler in diesem Faktencheck melden",
    problem: "Was stimmt nicht?",
    problems: {
      fact: "Eine Tatsache im Faktencheck ist falsch",
      source: "Eine Quelle sagt das nicht oder ist nicht vertrauenswürdig",
      quote: "Die Behauptung ist falsch zitiert oder falsch zugeschrieben",
      outdated: "Der Faktencheck ist nicht mehr aktuell",
      other: "Etwas anderes",
    },
    report: "Schreiben Sie uns, was nicht stimmt und woher Sie es wissen",
    errorLinkField: "Ein Link, der es zeigt",
    claimTitle: "Behauptung einsenden",
    claimLead: "Etwas, das Sie gelesen, gesehen oder gehört haben und das wir prüfen sollen.",
    said: "Was gesagt wurde",
    saidHint: "Möglichst im genauen Wortlaut.",
    speaker: "Wer es gesagt hat",
    claimLinkField: "Wo: ein Link dorthin",
    saidOn: "Wann",
    email: "Ihre E-Mail-Adresse, wenn Sie eine Antwort möchten",
    privacy: {
      one: "Wir nutzen Ihre Adresse nur, um Ihnen zu antworten. Sehen können sie nur die Redaktionsleitung und wer den Hinweis bearbeitet; nach {count} Tag wird sie gelöscht.",
      other:
        "Wir nutzen Ihre Adresse nur, um Ihnen zu antworten. Sehen können sie nur die Redaktionsleitung und wer den Hinweis bearbeitet; nach {count} Tagen wird sie gelöscht.",
    },
    trap: "Dieses Feld leer lassen",
    sendError: "Fehler melden",
    sendClaim: "Behauptung einsenden",
    back: "Zurück zum Faktencheck",
    backHome: "Zu den Behauptungen",
    problemsSending: {
      elsewhere:
        "Es wurde nichts gesendet: Es kam nicht von dieser Seite. Bitte füllen Sie das Formular hier aus.",
      too_large:
        "Es wurde nichts gesendet: Es war zu groß. Schreiben Sie weniger und schicken Sie Dateien als Link.",
    },
    thanks: "Vielen Dank. Es ist bei uns angekommen.",
    thanksError:
      "Die Redaktionsleitung liest, was Sie geschrieben haben, und sieht sich den Faktencheck noch einmal an. Muss er geändert werden, wird die Änderung datiert und steht mit Begründung auf der Seite des Faktenchecks und in unserer Liste der Korrekturen.",
    thanksClaim:
      "Die Redaktion sieht nach, ob die Behauptung schon geprüft wurde und ob sie sich prüfen lässt. Das ist nicht bei jeder so; was wir veröffentlichen, steht in unserer Liste der Behauptungen.",
    thanksAnswer: "Wenn Sie eine E-Mail-Adresse angegeben haben, bekommen Sie dort eine Antwort.",
    corrections: "Korrekturen",
  },
};
