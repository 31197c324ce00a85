import type { sources as english } from "../en/sources.ts";
import type { Translation } from "../words.ts";

export const sources: Translation<typeof english> = {
  copy: {
    kept: "Copie conservée",
    archive: "Copie de l’archive",
    keptAt: "copie conservée le {time}",
    waiting: "Copie de la page en cours…",
    failed: "Aucune copie n’a été conservée.",
    stalled: "La copie a duré si longtemps qu’elle n’aboutira plus.",
    retry: "Réessayer",
    keepNow: "Conserver une copie maintenant",
    confidentialHint:
      "Pas de copie automatique : récupérer la page apprendrait à son propriétaire que quelqu’un la lit ici.",
    noText: "Son contenu est conservé, mais aucun texte n’a pu y être lu.",
    failures: {
      fetch_unreachable:
        "La page n’a pas pu être atteinte d’ici. Vérifiez l’adresse ; si elle s’ouvre dans votre navigateur, indiquez sous « Modifier » la copie d’une archive, ou pourquoi aucune n’est conservée.",
      fetch_status:
        "Le site a répondu par une erreur ({status}). Si la page s’ouvre dans votre navigateur, indiquez sous « Modifier » la copie d’une archive, ou pourquoi aucune n’est conservée.",
      fetch_too_large:
        "Ce qui se trouve à cette adresse dépasse {limit} Mo. Dites sous « Modifier » pourquoi aucune copie n’est conservée, ou indiquez celle d’une archive.",
      fetch_timeout:
        "Le site n’a pas répondu en {seconds} secondes. Réessayez, ou indiquez sous « Modifier » la copie d’une archive.",
      fetch_wrong_type:
        "Ce qui se trouve à cette adresse ({type}) ne peut pas être conservé ici. Dites pourquoi sous « Modifier », ou indiquez la copie d’une archive.",
      fetch_too_many_redirects:
        "Cette adresse mène d’une page à l’autre sans fin. Regardez dans votre navigateur où elle aboutit, et corrigez l’adresse sous « Modifier ».",
      copy_failed:
        "La copie a échoué de notre côté. Réessayez, ou dites sous « Modifier » pourquoi aucune n’est conservée.",
    },
    unread: {
      import_unreadable: "Type {type} : le fichier est conservé, mais aucun texte n’y est lu.",
      import_no_text:
        "Aucun texte n’y a été trouvé. C’est peut-être un document numérisé, ou une page que seul un navigateur sait afficher. Le fichier est conservé.",
      import_too_large: "Il dépasse {limit} Mo : le fichier est conservé, mais aucun texte n’y est lu.",
      import_too_complex:
        "Il est construit d’une façon qui ne permet pas de le lire sans risque. Le fichier est conservé.",
      text_too_long: "Son texte dépasse {limit} caractères. Le fichier est conservé.",
      pdf_encrypted: "Il est protégé par un mot de passe. Le fichier est conservé.",
    },
  },
  archiving: {
    ask: "L’archiver",
    again: "L’archiver de nouveau",
    waiting: "En attente d’envoi à la Wayback Machine.",
    tried: "Sera envoyée une nouvelle fois à la Wayback Machine.",
    submitted: "Envoyée à la Wayback Machine le {time} ; pas encore archivée.",
    archived: "Archivée par la Wayback Machine le {time}",
    failed: "La Wayback Machine ne l’a pas enregistrée.",
  },
  document: {
    label: "Ou un fichier",
    hint: "Un PDF, une image, un document bureautique, une page enregistrée ou un texte, jusqu’à {limit} Mo. Les lecteurs en voient le titre et le SHA-256, jamais le fichier.",
    drop: "Choisissez-le, ou déposez-le ici.",
    alt: "Ce que montre l’image",
    altHint:
      "Pour les personnes qui ne peuvent pas la voir. Les mots qu’elle contient peuvent être cités ci-dessous.",
    chosen: "{name}, {size}",
    preview: "L’image que vous avez choisie",
    oneOnly: "Un fichier à la fois : seul le premier a été pris.",
    sending: "Envoi du fichier…",
    remove: "Retirer le fichier",
    removed: "Fichier retiré",
    tooLarge:
      "« {name} » fait {size} ; le maximum est de {limit} Mo. Joignez les pages utiles dans un PDF à part, ou l’adresse où il se trouve.",
    known: "Le desk avait déjà ce fichier : c’est la source « {title} ».",
    forms: {
      pdf: "PDF",
      picture: "Image",
      page: "Page enregistrée",
      text: "Fichier texte",
      office: "Document bureautique",
      other: "Fichier",
    },
    pictureOf: "Image : {title}",
    reading: "Lecture du fichier…",
    stalled: "La lecture du fichier a duré si longtemps qu’elle n’aboutira plus.",
    failed: "Le fichier est conservé, mais il n’a pas pu être lu.",
    title: { one: "Le fichier", many: "Les fichiers", other: "Les fichiers" },
    noAlt: "Personne n’a encore dit ce qu’elle montre. Dites-le sous « {edit} ».",
    facts: "{form}, {size}",
    uploaded: "Joint par {name}, le {time}",
    readersHint:
      "Pour les membres qui peuvent voir cette source. Les lecteurs en voient le titre, la date et le SHA-256.",
    openCopy: "Copie conservée",
  },
  snapshot: {
    title: "Copie conservée du {time}",
    documentTitle: "Copie conservée : {title}",
    readBy: "Demandée par {name}",
    attachedBy: "Joint par {name}",
    file: "Fichier",
    from: "Lue depuis",
    readAt: "Lue le",
    size: "Taille",
    type: "Type de fichier",
    hash: "SHA-256 du fichier",
    says: "Ce que la source dit d’elle-même",
    download: "Télécharger le fichier tel qu’il a été lu",
    downloadFile: "Télécharger le fichier",
    downloadFileHint: "Quelqu’un l’a apporté : ouvrez-le avec prudence.",
    downloadHint: "Il vient du site de quelqu’un d’autre : ouvrez-le avec prudence.",
    text: "Texte",
    facts: "À propos de cette copie",
    source: "La source",
    unknownType: "non indiqué",
    megabytes: "{count} Mo",
    kilobytes: "{count} ko",
  },
  list: {
    title: "Sources",
    search: "Rechercher dans les titres, adresses et médias",
    submit: "Rechercher",
    filter: "Type de source",
    all: "Toutes",
    held: "Fichiers ou autres sources",
    heldAs: { file: "Fichiers", other: "Sans fichier" },
    results: "Sources",
    uses: { one: "{count} usage", many: "{count} d’usages", other: "{count} usages" },
    none: "Aucune source ne correspond",
    noneText: "Cherchez moins de mots, ou un autre type.",
    clear: "Afficher toutes les sources",
    empty: "Aucune source pour l’instant",
    emptyText:
      "Une source arrive ici quand elle est jointe à une affirmation, et peut dès lors être jointe à d’autres.",
    emptyAction: "Aller aux affirmations",
  },
  page: {
    title: "Source",
    uses: "Où elle est utilisée",
    unused: "Rien que vous puissiez voir ne la cite.",
    moreUses: { one: "Et {count} de plus.", many: "Et {count} de plus.", other: "Et {count} de plus." },
    added: "Ajoutée par {name} le {day}",
    mergedFrom: "« {title} » a été fusionnée avec cette source le {day}, par {name}",
    copies: "Copies conservées",
    noCopies: "Aucune copie n’est encore conservée.",
    keepAnother: "Conserver une autre copie maintenant",
    edit: "Modifier la source",
    saved: "Source enregistrée",
    reliabilityNote: "Sa fiabilité",
    reliabilityHint:
      "Pour le desk seulement : ce qu’elle a dit de juste ou de faux, à qui s’adresser. Les lecteurs ne le voient jamais.",
  },
  merge: {
    title: "Fusionner avec une autre source",
    text: "Pour un même document qui est ici deux fois. Là où celle-ci est citée, l’autre le sera ; ses copies suivent, et son adresse et cette page mènent dès lors à l’autre. Cette action ne peut pas être annulée.",
    into: "La source qui reste",
    intoHint: "Saisissez des mots de son titre et choisissez-la, ou collez ici l’adresse de sa page.",
    chosen: "« {title} » reste, et celle-ci s’y fond.",
    submit: "Les fusionner",
  },
  choosing: {
    title: "Choisir les mots",
    documentTitle: "Choisir les mots : {title}",
    claim: "L’affirmation",
    hint: "Choisissez une phrase ou une cellule avec les flèches ou d’un clic, ou sélectionnez des mots. ← → la raccourcissent mot par mot.",
    touchHint: "Touchez une phrase ou une cellule, ou sélectionnez-y des mots.",
    list: "Phrases de la copie conservée",
    use: "Citer ces mots",
    found: "Trouvés dans la copie conservée",
    notFound:
      "Introuvables dans la copie conservée : choisissez-y les mots, ou vérifiez comment ils sont écrits. Ils y figurent peut-être deux fois, ou dans une partie qui n’a pas été lue.",
  },
  choose: {
    list: "Sources que le desk connaît",
    found: {
      one: "{count} source connue correspond.",
      many: "{count} de sources connues correspondent.",
      other: "{count} sources connues correspondent.",
    },
  },
};
