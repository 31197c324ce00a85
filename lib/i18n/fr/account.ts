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
  twoFactor: {
    title: "Seconde étape de connexion",
    lead: "Un code d’une application de votre téléphone, demandé après le mot de passe : le connaître ne suffit plus pour se connecter.",
    begin: "Configurer",
    scan: "Scannez ceci avec une application d’authentification, ou saisissez-y la clé.",
    drawing: "Code QR pour une application d’authentification",
    secret: "Clé",
    code: "Code",
    confirmHint: "Les six chiffres que l’application affiche maintenant.",
    confirm: "Activer",
    on: "Activée depuis le {date}.",
    codesLeft: {
      one: "Il reste {count} code de secours.",
      many: "Il reste {count} codes de secours.",
      other: "Il reste {count} codes de secours.",
    },
    renew: "Créer de nouveaux codes de secours",
    renewHint: "Avec un code de l’application ou un code de secours. Les codes précédents ne comptent plus.",
    off: "Désactiver",
    proof: "Mot de passe ou code",
    offHint: "Avec votre mot de passe, ou un code.",
    isOff: "La seconde étape est désactivée.",
    codesTitle: "Vos codes de secours",
    codesText:
      "Chacun vous connecte une fois si l’application est perdue. Gardez-les sur papier ou dans un gestionnaire de mots de passe : ils ne seront plus affichés.",
    kept: "Je les ai gardés",
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
