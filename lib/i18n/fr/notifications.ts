import type { notifications as english } from "../en/notifications.ts";
import type { Translation } from "../words.ts";

export const notifications: Translation<typeof english> = {
  title: "Notifications",
  label: "Notifications",
  views: { label: "Quelles notifications", unread: "Non lues", all: "Toutes" },
  list: "Notifications, les plus récentes d’abord",
  unread: "non lue",
  empty: "Rien de nouveau",
  emptyText:
    "Mentions, réponses, commentaires sur vos affirmations et ce qu’il en advient : tout arrive ici.",
  emptyAll: "Rien pour l’instant",
  showAll: "Tout afficher",
  markRead: "Marquer comme lue",
  markAllRead: "Tout marquer comme lu",
  allRead: "Tout est marqué comme lu",
  settings: "E-mail",
  badge: { one: "{count} non lue", many: "{count} non lues", other: "{count} non lues" },
  most: "99+",
  sentences: {
    mention: "{name} a mentionné votre nom",
    reply: "{name} a répondu dans un fil auquel vous participez",
    claim_comment: "{name} a commenté votre affirmation",
    claim_returned: "{name} vous a renvoyé votre affirmation",
    claim_ready: "Votre affirmation a son verdict : {name} a rendu l’avis décisif",
    claim_published: "{name} a publié votre affirmation",
    claim_withdrawn: "{name} a retiré votre affirmation de la publication",
    claim_dismissed: "{name} a écarté votre affirmation",
    claim_assigned: "{name} vous confie une affirmation",
    two_factor_removed: "Votre seconde étape de connexion a été retirée. Configurez-la de nouveau",
    tip_received: "Des lecteurs ont écrit au desk",
    opinions_differ:
      "Les avis sur une affirmation diffèrent : {name} a rendu le dernier. Dites-y ce qui vous a fait choisir le vôtre",
    source_task:
      "Une page que cite cette affirmation n’est plus ce qu’elle était : dites si l’affirmation tient toujours",
  },
  assignedMany: "{name} vous confie {count} affirmations",
  inQueue: "Dans la file, réservées pour vous",
  inTips: "Parmi les signalements",
  onClaim: "Affirmation {number} : {statement}",
  mail: {
    title: "Notifications par e-mail",
    lead: "Les notifications sont toujours sur le desk. Choisissez quand elles arrivent aussi par e-mail.",
    off: "Cette rédaction n’envoie pas d’e-mails : son administrateur n’a pas configuré de serveur de messagerie. Votre choix vaudra dès qu’il y en aura un.",
    direct: "Mentions, réponses et affirmations qui me sont confiées",
    other:
      "Tout le reste : mes affirmations, les avis qui diffèrent du mien et les pages citées qui ont changé",
    paces: { at_once: "Aussitôt", daily: "Une fois par jour", never: "Jamais" },
    paceHints: {
      at_once: "Une minute ou deux après, sauf si vous l’avez lue d’ici là.",
      daily: "Le matin, ce que vous n’avez pas lu d’ici là.",
      never: "Sur le desk seulement.",
    },
    saved: "Enregistré",
  },
  letter: {
    subjectMany: {
      one: "{count} notification",
      many: "{count} de notifications",
      other: "{count} notifications",
    },
    greeting: "Bonjour {name},",
    item: "{sentence}, {time}.",
    where: "Où : {where}",
    read: "Lire et répondre : {link}",
    look: "Voir : {link}",
    all: "Toutes vos notifications : {link}",
    settings: "Choisir quand vous recevez ces e-mails : {link}",
    from: "{newsroom}, Proofmark",
  },
};
