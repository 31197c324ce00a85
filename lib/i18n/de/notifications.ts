import type { notifications as english } from "../en/notifications.ts";
import type { Translation } from "../words.ts";

/** What members are told of, on screen and by e-mail. */
export const notifications: Translation<typeof english> = {
  title: "Mitteilungen",
  label: "Mitteilungen",
  views: { label: "Welche Mitteilungen", unread: "Ungelesen", all: "Alle" },
  list: "Mitteilungen, neueste zuerst",
  unread: "ungelesen",
  empty: "Nichts Neues",
  emptyText:
    "Wenn jemand Sie erwähnt, Ihnen antwortet oder Ihre Behauptungen kommentiert und wenn mit ihnen etwas geschieht, steht es hier.",
  emptyAll: "Noch nichts",
  showAll: "Alle anzeigen",
  markRead: "Als gelesen markieren",
  markAllRead: "Alle als gelesen markieren",
  allRead: "Alles ist als gelesen markiert",
  settings: "E-Mail",
  badge: { one: "{count} ungelesen", other: "{count} ungelesen" },
  most: "99+",
  sentences: {
    mention: "{name} hat Sie erwähnt",
    reply: "{name} hat in einer Diskussion geantwortet, an der Sie beteiligt sind",
    claim_comment: "{name} hat Ihre Behauptung kommentiert",
    claim_returned: "{name} hat Ihre Behauptung an Sie zurückgeschickt",
    claim_ready: "Für Ihre Behauptung liegt das Urteil vor: Das Votum von {name} hat den Ausschlag gegeben",
    claim_published: "{name} hat Ihre Behauptung veröffentlicht",
    claim_withdrawn: "{name} hat die Veröffentlichung Ihrer Behauptung zurückgezogen",
    claim_dismissed: "{name} hat Ihre Behauptung aussortiert",
    claim_assigned: "{name} hat Ihnen eine Behauptung zugewiesen",
    two_factor_removed: "Ihr zweiter Schritt beim Anmelden wurde entfernt. Richten Sie ihn neu ein",
    two_factor_on: "Für Ihr Konto wurde ein zweiter Schritt beim Anmelden eingerichtet",
    two_factor_off: "Der zweite Schritt beim Anmelden wurde von Ihrem Konto entfernt",
    passkey_added: "Zu Ihrem Konto kam ein Passkey hinzu",
    passkey_removed: "Ein Passkey wurde von Ihrem Konto entfernt",
    password_changed: "Ihr Passwort wurde geändert",
    password_reset: "Für Ihr Konto wurde über einen Link ein neues Passwort gewählt",
    provider_linked: "Ein Konto beim Anmeldedienst der Redaktion meldet Sie von nun an an",
    provider_unlinked: "Ein Konto beim Anmeldedienst der Redaktion meldet Sie nicht mehr an",
    token_made: "Ein Token wurde erstellt, mit dem ein Programm in Ihrem Namen handelt",
    history_altered: "Der Verlauf ist nicht mehr, was er war: Sehen Sie, was verändert wurde",
    tip_received: "Die Redaktion hat Post von Leserinnen und Lesern",
    opinions_differ:
      "Voten zu einer Behauptung weichen voneinander ab: {name} hat das letzte abgegeben. Schreiben Sie dort, was Sie zu Ihrem bewogen hat",
    source_task:
      "Eine Seite, die diese Behauptung zitiert, hat sich geändert: Geben Sie an, ob die Behauptung Bestand hat",
  },
  assignedMany: "{name} hat Ihnen {count} Behauptungen zugewiesen",
  inQueue: "In der Warteschlange, für Sie vorgehalten",
  inTips: "Unter den Hinweisen",
  onClaim: "Behauptung {number}: {statement}",
  mail: {
    title: "E-Mails zu Mitteilungen",
    lead: "Mitteilungen stehen immer in der Redaktion. Wählen Sie, wann sie auch per E-Mail kommen.",
    off: "Diese Redaktion verschickt keine E-Mails: Die Administration hat keinen Mailserver eingerichtet. Ihre Wahl gilt, sobald es einen gibt.",
    direct:
      "Erwähnungen, Antworten, Behauptungen, die mir zugewiesen werden, und für die Administration ein veränderter Verlauf",
    other:
      "Alles andere: meine Behauptungen, Voten, die von meinem abweichen, und zitierte Seiten, die sich geändert haben",
    paces: { at_once: "Sofort", daily: "Einmal am Tag", never: "Nie" },
    paceHints: {
      at_once: "Ein, zwei Minuten später, wenn Sie es bis dahin nicht gelesen haben.",
      daily: "Morgens, was Sie bis dahin nicht gelesen haben.",
      never: "Nur in der Redaktion.",
    },
    saved: "Gespeichert",
  },
  warning: {
    device: "Browser, wie er sich selbst nennt: {device}",
    passkeys: "Diese Passkeys melden Sie weiterhin an: {names}",
    token:
      "Gehört das Token nicht Ihnen, widerrufen Sie es zuerst, ein neues Passwort beendet es nicht:\n{tokens}",
    undo: "Wenn Sie es waren, ist nichts zu tun. Wenn nicht, wählen Sie ein neues Passwort; damit sind alle abgemeldet:\n{forgot}\nSehen Sie dann Ihre Passkeys und den zweiten Schritt durch und entfernen Sie, was nicht Ihnen gehört:\n{account}\nSagen Sie es auch der Administration Ihrer Redaktion.",
  },
  letter: {
    subjectMany: { one: "{count} Mitteilung", other: "{count} Mitteilungen" },
    greeting: "Guten Tag {name},",
    item: "{sentence}, {time}.",
    where: "Zu: {where}",
    read: "Lesen und antworten: {link}",
    look: "Ansehen: {link}",
    all: "Alle Ihre Mitteilungen: {link}",
    settings: "Wann Sie diese E-Mails bekommen: {link}",
    from: "{newsroom}, Proofmark",
  },
};
