import type { WordList } from "../word-lists.ts";

export const FRENCH: WordList = {
  numbers:
    "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|cents|" +
    "mille|million*|milliard*|dizaine*|douzaine*|centaine*|millier*|zéro",
  shares:
    "pour cent|pourcent*|moitié|tiers|quart|quarts|majorité|minorité|un sur \\p{L}+|par habitant|moyenne|taux|part",
  money:
    "euro|euros|dollar*|déficit*|dette*|budget*|impôt*|taxe*|contribuable*|dépens*|coût*|coûte*|financement*|salaire*|" +
    "revenu*|prix",
  dates:
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|" +
    "vendredi|samedi|dimanche|l'an dernier|l'année dernière|le mois dernier|il y a|siècle|décennie*|hier|depuis",
  comparisons:
    "plus de|moins de|plus que|moins que|plus grand*|plus haut*|plus élevé*|plus bas|plus faible*|le plus|la plus|les plus|" +
    "le moins|la moins|premier*|première*|dernier*|dernière*|deux fois|fois plus|fois moins|par rapport|comparé*|" +
    "supérieur*|inférieur*|autant|record*|sans précédent|pire|meilleur*",
  changes:
    "augment*|baiss*|diminu*|recul*|progress*|croissance|chut*|doubl*|tripl*|rédui*|gagné*|perdu*|perd|créé*|crée|hausse*|" +
    "grimp*|bond*|effondr*|explos*",
  causes:
    "à cause de|en raison de|grâce à|cause*|causé*|provoqu*|entraîn*|résult*|conséquence*|dû à|due à|responsable*|" +
    "conduit à|tue|tué*|empêch*|détrui*",
  absolutes:
    "tous|toutes|tout|toute|chaque|jamais|aucun|aucune|personne|rien|toujours|seul|seule|seulement|uniquement|entier*|" +
    "entière*|totalement|complètement|impossible",
  reports:
    "a dit|dit|disent|affirm*|déclar*|annonc*|selon|d'après|rapport*|estim*|étude*|sondage*|enquête*|montr*|conclu*|" +
    "indiqu*|révèl*|accus*|assur*",
  deeds:
    "était|étaient|fut|furent|a été|ont été|avait|avaient|a voté|ont voté|vot*|signé*|adopté*|rejeté*|reçu*|envoyé*|" +
    "fait|pris|donné*|payé*|construit*|rejoint|devenu*|commencé*|condamné*|arrêté*|élu*|nommé*|fermé*|ouvert*|vendu*|" +
    "acheté*|fondé*|né|née|mort*",
  opinions:
    "je pense|je crois|je trouve|j'espère|à mon avis|selon moi|il me semble|nous pensons|nous croyons|important*|" +
    "formidable*|terrible*|honte*|magnifique*|peut-être|sans doute|probablement|hélas|malheureusement|juste|fier|fière",
  future:
    "demain|l'année prochaine|le mois prochain|va|vont|allons|sera|seront|serait|seraient|aura|auront|pourra|pourrait|" +
    "pourraient|fera|feront|à l'avenir|prévoi*|compte",
  duties:
    "doit|doivent|devons|devrait|devraient|il faut|faudra|faudrait|besoin de|veut|veulent|voulons|objectif*",
  addresses: "vous|votre|vos|merci|mesdames|messieurs|bienvenue|oui|désolé*|s'il vous plaît|notre|nos|nous",
};
