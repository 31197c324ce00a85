import type { account as english } from "../en/account.ts";
import type { Translation } from "../words.ts";

export const account: Translation<typeof english> = {
  title: "Votre compte",
  language: "Langue",
  languageHint: "Celle du desk, pour vous uniquement.",
  asNewsroom: "Comme la rédaction : {language}",
  saved: "Vos réglages sont enregistrés.",
  profile: {
    title: "Nom et présentation",
    name: "Nom",
    nameHint:
      "Tel qu’il figure à côté de votre travail, et sur les vérifications publiées à partir de maintenant.",
    bio: "À propos de vous",
    bioHint:
      "Pour les lecteurs, sur la page consacrée à la méthode de la rédaction : vos sujets, comment vous joindre. Laissez vide pour ne pas y figurer.",
    saved: "Votre nom et votre présentation sont enregistrés.",
  },
  password: {
    title: "Mot de passe",
    current: "Mot de passe actuel",
    next: "Nouveau mot de passe",
    hint: "Au moins {min} caractères. Vos sessions sont fermées partout ailleurs.",
    submit: "Changer le mot de passe",
    saved: "Le mot de passe est changé. Vos sessions sont fermées partout ailleurs.",
  },
  sessions: {
    title: "Où vous êtes connecté(e)",
    device: "{browser} sur {system}",
    unknown: "Un appareil inconnu",
    here: "Ce navigateur",
    seen: "Dernière utilisation : {when}",
    since: "Connexion le {date}",
    end: "Déconnecter",
    endNamed: "Déconnecter : {device}, dernière utilisation : {when}",
    ended: "Cet appareil est déconnecté.",
    endOthers: "Déconnecter partout ailleurs",
    endOthersTitle: "Déconnecter partout ailleurs ?",
    endOthersText:
      "Tous les appareils sauf ce navigateur sont déconnectés aussitôt. Ce qui y est en cours d’écriture y reste.",
    othersEnded: "Vos sessions sont fermées partout ailleurs.",
    onlyHere: "Vous n’avez de session ouverte nulle part ailleurs.",
  },
};
