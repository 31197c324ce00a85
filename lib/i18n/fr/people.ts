import type { Translation, Words } from "../words.ts";

export const people: Translation<Words["people"]> = {
  title: "Personnes qui ont écrit",
  nameless: "Quelqu’un sans adresse",
  fromTip: "Remettre ou effacer cet envoi",
  intro:
    "Qui a signalé une erreur ou envoyé une affirmation peut demander ce que vous détenez à son sujet, et son effacement. On retrouve ces personnes par l’adresse e-mail donnée.",
  find: "Retrouver quelqu’un",
  email: "Son adresse e-mail",
  submit: "Chercher",
  forgotten: {
    one: "Les adresses sont supprimées d’elles-mêmes après {count} jour. Ce qui a été envoyé avant, ou sans adresse, n’est plus rattaché à personne et ne se retrouve pas ici : cela s’efface depuis sa propre fiche, parmi les signalements.",
    many: "Les adresses sont supprimées d’elles-mêmes après {count} de jours. Ce qui a été envoyé avant, ou sans adresse, n’est plus rattaché à personne et ne se retrouve pas ici : cela s’efface depuis sa propre fiche, parmi les signalements.",
    other:
      "Les adresses sont supprimées d’elles-mêmes après {count} jours. Ce qui a été envoyé avant, ou sans adresse, n’est plus rattaché à personne et ne se retrouve pas ici : cela s’efface depuis sa propre fiche, parmi les signalements.",
  },
  sent: { one: "{count} envoi", many: "{count} d’envois", other: "{count} envois" },
  list: "Ce qui a été envoyé",
  on: "{kind}, {when}",
  claim: "Affirmation {number}",
  fields: { link: "Lien", said: "Dit par {name}", answer: "Notre réponse" },
  data: "Ses données",
  held: "Ce qui a été envoyé et ce que vous avez répondu, avec l’adresse, dans un fichier à remettre.",
  download: "Télécharger ce que nous détenons",
  erase: "Effacer",
  goes: "Ceci disparaît, définitivement",
  goesList: {
    words: "ce qui a été écrit, les liens et les personnes nommées",
    address: "l’adresse e-mail, y compris là où l’historique l’a",
    answer: "ce que vous avez répondu",
  },
  stays: "Ceci reste",
  staysList: {
    work: "ce que cela est devenu à la rédaction : affirmations, verdicts, corrections",
    history: "que quelque chose a été envoyé et qui d’entre vous l’a réglé, avec votre motif",
    elsewhere: "ce que des membres en ont écrit en commentaire, et les sauvegardes faites avant",
  },
  reason: "Pourquoi c’est effacé",
  reasonHint: "Le motif reste dans l’historique, définitivement : écrivez-le sans nom ni adresse.",
  typedHint: "Saisissez {email} pour confirmer.",
  action: "Effacer définitivement",
  done: {
    one: "C’est effacé : {count} envoi.",
    many: "C’est effacé : {count} d’envois.",
    other: "C’est effacé : {count} envois.",
  },
  nowhere: "L’adresse ne figure nulle part ailleurs.",
  mentions: "L’adresse figure encore ici, dans ce que des personnes ont écrit :",
  rows: "{place} : {count}",
  another: "Retrouver quelqu’un d’autre",
};
