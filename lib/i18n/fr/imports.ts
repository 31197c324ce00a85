import type { imports as english } from "../en/imports.ts";
import type { Translation } from "../words.ts";

export const imports: Translation<typeof english> = {
  new: {
    title: "Nouvel article",
    titleFor: "Nouveau texte : {title}",
    ways: "Modes d’import",
    address: "Adresse web",
    paste: "Coller",
    file: "Fichier",
  },
  address: {
    label: "Adresse web de l’article",
    hint: "La page est lue une fois et conservée telle quelle. Vous voyez ce qui est retenu comme article avant que rien ne soit enregistré.",
    submit: "Récupérer",
  },
  paste: {
    label: "Texte de l’article",
    hint: "Copiez l’article entier et collez-le. Un texte sans mise en forme convient aussi.",
    isRich: "Les titres, listes et liens du texte collé sont conservés.",
    plainOnly: "Utiliser le texte brut seulement",
    from: "Adresse web d’où il vient",
    submit: "Lire",
  },
  file: {
    label: "Fichier de l’article",
    hint: "Une page web (HTML), un PDF ou un texte brut, {limit} Mo au maximum.",
    drop: "Déposez un fichier ici, ou choisissez-en un :",
    tooLarge:
      "« {name} » fait {size} Mo. Un fichier peut faire {limit} Mo au maximum : collez plutôt le texte de l’article.",
    submit: "Lire",
  },
  steps: {
    title: "Étapes",
    fetched: "Récupéré",
    received: "Reçu",
    read: "Lu",
    cleaned: "Nettoyé",
    saved: "Enregistré",
    done: "fait",
    current: "en cours",
    failed: "échec",
  },
  underWay: {
    title: "Lecture de l’article",
    waiting: "En attente de son tour…",
    fetching: "Récupération de la page…",
    reading: "Séparation de l’article et de ce qui l’entoure…",
    hint: "Cela prend quelques secondes. Vous pouvez quitter cette page et y revenir.",
    stalled: "L’opération a duré si longtemps qu’elle n’aboutira plus.",
  },
  failed: {
    title: "Lecture impossible",
    retry: "Réessayer",
    paste: "Coller plutôt le texte",
  },
  unchanged: {
    title: "Rien n’a changé",
    text: "Le texte est le même que celui de la révision {number}.",
    back: "Retour à l’article",
  },
  preview: {
    title: "Relisez le texte",
    text: "Le texte tel qu’il sera annoté",
    hint: "Décochez ce qui ne fait pas partie de l’article.",
    kept: { one: "{count} bloc", many: "{count} de blocs", other: "{count} blocs" },
    leftOut: {
      one: "{count} bloc exclu",
      many: "{count} de blocs exclus",
      other: "{count} blocs exclus",
    },
    broughtBack: { one: "{count} rétabli", many: "{count} rétablis", other: "{count} rétablis" },
    part: "Fait partie de l’article : {words}",
    partLeftOut: "Fait partie de l’article : {words} (rétablir)",
    bringBack: "Rétablir",
    bringAllBack: "Tout rétablir",
    above: "Exclure aussi tout ce qui précède",
    below: "Exclure aussi tout ce qui suit",
    further: {
      one: "{count} autre bloc n’est pas affiché ici.",
      many: "{count} d’autres blocs ne sont pas affichés ici.",
      other: "{count} autres blocs ne sont pas affichés ici.",
    },
    keepFurther: {
      one: "Garder celui qui a été lu comme partie de l’article ({count})",
      many: "Garder les {count} qui ont été lus comme parties de l’article",
      other: "Garder les {count} qui ont été lus comme parties de l’article",
    },
    details: "Détails",
    toDetails: "Passer aux détails",
    save: "Enregistrer l’article",
    saveRevision: "Enregistrer comme révision {number}",
    saveRevisionOf:
      "{title} : ce texte devient la révision {number}, et ses affirmations y suivent leurs mots.",
    outdated:
      "L’article a un texte plus récent (révision {newest}) que celui auquel on l’a comparé (révision {basedOn}). Relancez la lecture, pour ne rien perdre de plus récent.",
    readAgain: "Relancer la lecture",
    isOther:
      "Cette page a tellement changé depuis la révision {number} que c’est peut-être devenu un autre article. Relisez le texte avant de l’enregistrer.",
    fetchedFrom: "Récupéré sur {site} le {time}, {size}",
    uploaded: "« {name} », reçu le {time}, {size}",
    pasted: "Collé le {time}, {size}",
    kilobytes: "{count} ko",
    megabytes: "{count} Mo",
    sameAddress: "Le desk a déjà, venant de cette adresse :",
    addedOn: "ajouté le {day}",
  },
  notes: {
    dateStamp: "« {removed} », placé devant le texte, a été retiré : c’est la date de l’article.",
    markers: {
      one: "{count} signe qui ne faisait que marquer une ligne, comme > ou -, a été retiré.",
      many: "{count} de signes qui ne faisaient que marquer des lignes, comme > ou -, ont été retirés.",
      other: "{count} signes qui ne faisaient que marquer des lignes, comme > ou -, ont été retirés.",
    },
    replaced: {
      one: "{count} caractère illisible a été remplacé par �.",
      many: "{count} de caractères illisibles ont été remplacés par �.",
      other: "{count} caractères illisibles ont été remplacés par �.",
    },
  },
};
