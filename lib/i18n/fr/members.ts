import type { members as english } from "../en/members.ts";
import type { Translation } from "../words.ts";

export const members: Translation<typeof english> = {
  newsroom: {
    title: "Réglages",
    identity: "Nom et heure",
    name: "Nom",
    nameHint: "Les lecteurs le voient sur chaque vérification publiée.",
    timeZone: "Fuseau horaire",
    timeZoneHint: "Toutes les heures du desk et des pages publiques sont affichées dans ce fuseau.",
    languages: "Langues",
    locale: "Langue",
    localeHint:
      "Celle des pages publiques, et du desk pour toutes les personnes qui n’en ont pas choisi d’autre.",
    offered: "Les lecteurs peuvent aussi choisir",
    offeredHint:
      "Les pages publiques mènent alors à leur équivalent dans ces langues, avec les affirmations déjà traduites.",
    checking: "Vérification",
    opinions: "Avis nécessaires par affirmation",
    opinionsHint:
      "Les affirmations déjà en vérification suivent le nouveau nombre à partir de leur prochain avis.",
    opinionChoices: {
      1: { label: "Un", hint: "Le verdict du premier vérificateur va directement au chef d’édition." },
      2: { label: "Deux", hint: "Un deuxième vérificateur juge sans voir le premier verdict." },
      3: { label: "Trois", hint: "Deux autres vérificateurs jugent sans voir les verdicts précédents." },
    },
    minSources: "Sources nécessaires par affirmation",
    minSourcesHint: "En dessous, la publication est bloquée, sauf si un chef d’édition dit pourquoi.",
    leaseMinutes: "Temps pour travailler à une affirmation",
    leaseMinutesHint: "Une affirmation prise dans la file y retourne après ce délai sans signe de vie.",
    assignmentHours: "Durée de réservation d’une affirmation confiée",
    assignmentHoursHint:
      "Ensuite, l’affirmation est de nouveau proposée à tout le monde, sauf si la personne à qui elle est confiée l’a prise.",
    readers: "Lecteurs",
    contactDays: "Durée de conservation des adresses e-mail des personnes qui écrivent",
    contactDaysHint: "Ensuite, elles sont supprimées. Les formulaires des lecteurs le disent.",
    days: { one: "{count} jour", many: "{count} de jours", other: "{count} jours" },
    minutes: { one: "{count} minute", many: "{count} de minutes", other: "{count} minutes" },
    hours: { one: "{count} heure", many: "{count} d’heures", other: "{count} heures" },
    saved: "Les réglages sont enregistrés.",
  },
  list: {
    title: "Membres",
    count: { one: "{count} membre", many: "{count} de membres", other: "{count} membres" },
    name: "Nom",
    email: "Adresse e-mail",
    role: "Rôle",
    lastSeen: "Dernière visite",
    never: "Aucune connexion récente",
    you: "vous",
    disabled: "Désactivé",
    edit: "Modifier le compte : {name}",
    first: "Retour au début",
  },
  roleHints: {
    reporter: "Ajoute des articles, marque les affirmations, joint des sources.",
    reviewer: "Prend aussi des affirmations dans la file et rend des verdicts.",
    editor: "Tranche aussi entre les verdicts qui diffèrent, publie, corrige et retire.",
    admin: "Modifie aussi les réglages de la rédaction et ses membres.",
  },
  add: {
    action: "Ajouter un membre",
    title: "Ajouter un membre",
    name: "Nom",
    nameHint:
      "Tel qu’il figure à côté de son travail, et sur les vérifications publiées auxquelles il a pris part.",
    email: "Adresse e-mail",
    role: "Rôle",
    password: "Premier mot de passe",
    passwordHint: "Au moins {min} caractères. Remettez-le vous-même : aucun e-mail n’est envoyé.",
    submit: "Ajouter ce membre",
  },
  edit: {
    title: "Compte : {name}",
    account: "Compte",
    added: "Ajouté le {date}",
    saved: "Enregistré. Un nouveau rôle vaut dès le prochain clic du membre.",
    confirmRole: {
      title: "Changer le rôle de ce membre ({name}) ?",
      body: "Avant : {before}. Après : {after}. Le changement vaut dès le prochain clic du membre.",
      own: "C’est votre propre compte : vous ne pourrez peut-être pas revenir en arrière.",
      confirm: "Changer le rôle",
    },
  },
  disable: {
    title: "Désactiver ce compte",
    body: "{name} perd aussitôt toutes ses sessions et ne peut plus se connecter. Son travail reste.",
    own: "Vous ne pouvez pas désactiver votre propre compte. Adressez-vous à un autre administrateur.",
    action: "Désactiver",
    confirmTitle: "Désactiver ce compte ({name}) ?",
    confirm: "Désactiver",
  },
  enable: {
    title: "Ce compte est désactivé",
    body: "{name} ne peut plus se connecter depuis le {date}.",
    action: "Réactiver",
  },
};
