import type { auth as english } from "../en/auth.ts";
import type { Translation } from "../words.ts";

export const auth: Translation<typeof english> = {
  signIn: {
    title: "Connexion",
    email: "Adresse e-mail",
    password: "Mot de passe",
    submit: "Se connecter",
    help: "Pas encore de compte, ou mot de passe perdu ? Adressez-vous à un administrateur de votre rédaction.",
    signedOut: "Votre session est fermée.",
    withProvider: "Se connecter avec {provider}",
    orPassword: "Ou avec votre mot de passe :",
    sessionEnded: "Votre session a expiré. Reconnectez-vous pour revenir là où vous en étiez.",
    link: "M’envoyer un lien de connexion",
    forgot: "Mot de passe oublié ?",
    passwordChanged:
      "Votre mot de passe est changé, et vos sessions sont fermées partout. Connectez-vous avec le nouveau.",
    passkey: "Se connecter avec une clé d’accès",
    passkeyCancelled: "Votre appareil n’a connecté personne. Réessayez, ou utilisez votre mot de passe.",
    published: "Vérifications publiées",
  },
  secondStep: {
    title: "Encore une étape",
    code: "Code",
    hint: "De votre application d’authentification, ou l’un de vos codes de secours.",
    submit: "Se connecter",
    over: "Recommencer",
  },
  again: {
    title: "Reconnexion",
    lead: "Votre session a expiré. Ce que vous avez écrit est toujours là, et sera envoyé dès votre reconnexion.",
    submit: "Se connecter et envoyer",
    otherTitle: "Vous êtes maintenant {name}",
    other:
      "Cette page a été ouverte par {before}. Ce qui était en cours de rédaction est conservé pour cette personne dans ce navigateur, et n’est pas envoyé en votre nom.",
    reload: "Recharger la page en tant que {name}",
  },
  invite: {
    title: "Rejoindre la rédaction",
    lead: "{newsroom} vous invite. Votre rôle : {role}.",
    submit: "Rejoindre",
  },
  askForLink: {
    reset: {
      title: "Choisir un nouveau mot de passe",
      lead: "Indiquez l’adresse e-mail avec laquelle vous vous connectez. Un message avec un lien y arrive.",
    },
    sign_in: {
      title: "Un lien pour se connecter",
      lead: "Indiquez l’adresse e-mail avec laquelle vous vous connectez. Un message avec un lien y arrive, et aucun mot de passe n’est demandé.",
    },
    back: "Retour à la connexion",
    submit: "Envoyez-moi le lien",
    sentTitle: "Consultez vos e-mails",
    sent: "Si un membre de {newsroom} a cette adresse, un message est en route. Son lien fonctionne {minutes} minutes. Rien n’arrive ? Regardez parmi les indésirables, ou adressez-vous à un administrateur.",
  },
  signInByLink: {
    lead: "Chez {newsroom}, comme {email}.",
    submit: "Me connecter",
    other: "Se connecter autrement",
  },
  reset: {
    title: "Choisir un nouveau mot de passe",
    lead: "Pour {email}. Vos sessions sont ensuite fermées partout, et vous vous connectez avec le nouveau mot de passe.",
    password: "Nouveau mot de passe",
    dropPasskeys: "Retirer aussi mes clés d’accès",
    submit: "Changer le mot de passe",
  },
  letters: {
    reset: {
      subject: "{newsroom} : un nouveau mot de passe",
      text: "Bonjour {name},\n\nun nouveau mot de passe a été demandé pour votre compte chez {newsroom}. Choisissez-le ici :\n{link}\n\nLe lien fonctionne une seule fois, pendant {minutes} minutes. Si ce n’était pas vous, ne faites rien : votre mot de passe reste.\n",
    },
    sign_in: {
      subject: "{newsroom} : se connecter",
      text: "Bonjour {name},\n\nun lien pour vous connecter chez {newsroom} a été demandé. Le voici :\n{link}\n\nLe lien fonctionne une seule fois, pendant {minutes} minutes. Ne le transmettez à personne. Si ce n’était pas vous, ne faites rien : sans le lien, personne n’entre.\n",
    },
    invitation: {
      subject: "{newsroom} : invitation à la rédaction",
      text: "{name} vous invite à rejoindre la rédaction de {newsroom}.\n\nChoisissez votre nom et un mot de passe ici :\n{link}\n\nLe lien fonctionne une seule fois, jusqu’au {time}. Ne le transmettez à personne : quiconque l’a peut entrer à votre place.\n",
    },
  },
  demo: {
    title: "Ceci est une démonstration",
    lead: "Essayez tout : rien ici n’est réel. Le mot de passe de tous les comptes ci-dessous :",
    use: "Utiliser",
    useAs: "Utiliser le compte : {name}",
  },
  setUp: {
    title: "Créer votre rédaction",
    lead: "Vous êtes la première personne ici. Nommez la rédaction et créez votre compte : vous en aurez l’administration.",
    newsroom: "Votre rédaction",
    newsroomName: "Nom de la rédaction",
    newsroomNameHint: "Les lecteurs le voient sur chaque vérification publiée.",
    locale: "Langue",
    localeHint: "Des pages publiques et du desk. Chaque membre peut en choisir une autre.",
    timeZone: "Fuseau horaire",
    timeZoneHint: "Toutes les heures sont affichées dans ce fuseau.",
    account: "Votre compte",
    name: "Votre nom",
    nameHint:
      "Tel qu’il figure à côté de votre travail, et sur les vérifications publiées auxquelles vous avez pris part.",
    email: "Adresse e-mail",
    password: "Mot de passe",
    passwordHint:
      "Au moins {min} caractères. Quelques mots à la suite sont faciles à retenir et difficiles à deviner.",
    submit: "Créer la rédaction",
  },
};
