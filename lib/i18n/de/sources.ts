import type { sources as english } from "../en/sources.ts";
import type { Translation } from "../words.ts";

/** Sources, and the copies kept of them. */
export const sources: Translation<typeof english> = {
  copy: {
    kept: "Gesicherte Kopie",
    archive: "Archivkopie",
    keptAt: "Kopie gesichert am {time}",
    waiting: "Eine Kopie der Seite wird gesichert …",
    failed: "Es wurde keine Kopie gesichert.",
    stalled: "Das Sichern einer Kopie dauert schon so lange, dass nichts mehr daraus wird.",
    retry: "Noch einmal versuchen",
    keepNow: "Jetzt eine Kopie sichern",
    confidentialHint:
      "Wird nicht von selbst gesichert: Mit dem Abruf erführe, wer die Seite betreibt, dass hier jemand sie liest.",
    noText: "Die Datei ist gesichert, aber es ließ sich kein Text daraus lesen.",
    failures: {
      fetch_unreachable:
        "Die Seite war von hier nicht zu erreichen. Prüfen Sie die Adresse; wenn sie sich in Ihrem Browser öffnet, nennen Sie unter „Bearbeiten“ eine Archivkopie oder schreiben Sie dort, warum keine gesichert ist.",
      fetch_status:
        "Die Website hat mit einem Fehler geantwortet ({status}). Wenn sich die Seite in Ihrem Browser öffnet, nennen Sie unter „Bearbeiten“ eine Archivkopie oder schreiben Sie dort, warum keine gesichert ist.",
      fetch_too_large:
        "Was an dieser Adresse steht, ist größer als {limit} MB. Schreiben Sie unter „Bearbeiten“, warum keine Kopie gesichert ist, oder nennen Sie die eines Archivs.",
      fetch_timeout:
        "Die Website hat nicht innerhalb von {seconds} Sekunden geantwortet. Versuchen Sie es noch einmal oder nennen Sie unter „Bearbeiten“ eine Archivkopie.",
      fetch_wrong_type:
        "Was an dieser Adresse steht ({type}), kann hier nicht gesichert werden. Schreiben Sie unter „Bearbeiten“, warum, oder nennen Sie eine Archivkopie.",
      fetch_too_many_redirects:
        "Diese Adresse leitet endlos von einer Seite zur nächsten. Sehen Sie in Ihrem Browser nach, wo sie endet, und berichtigen Sie die Adresse unter „Bearbeiten“.",
      copy_failed:
        "Das ist bei uns fehlgeschlagen. Versuchen Sie es noch einmal oder schreiben Sie unter „Bearbeiten“, warum keine Kopie gesichert ist.",
    },
    unread: {
      import_unreadable: "Das ist {type}: Die Datei ist gesichert, aber es wird kein Text daraus gelesen.",
      import_no_text:
        "Darin wurde kein Text gefunden. Vielleicht ist es ein Scan oder eine Seite, die nur ein Browser darstellen kann. Die Datei ist gesichert.",
      import_too_large:
        "Sie ist größer als {limit} MB: Die Datei ist gesichert, aber es wird kein Text daraus gelesen.",
      import_too_complex:
        "Sie ist so gebaut, dass sie sich nicht sicher lesen lässt. Die Datei ist gesichert.",
      text_too_long: "Ihr Text hat mehr als {limit} Zeichen. Die Datei ist gesichert.",
      pdf_encrypted: "Sie ist mit einem Passwort gesperrt. Die Datei ist gesichert.",
    },
  },
  archiving: {
    ask: "Archivieren lassen",
    again: "Erneut archivieren lassen",
    waiting: "Wartet auf den Versand an die Wayback Machine.",
    tried: "Wird noch einmal an die Wayback Machine geschickt.",
    submitted: "An die Wayback Machine geschickt am {time}; noch nicht archiviert.",
    archived: "Von der Wayback Machine archiviert am {time}",
    failed: "Die Wayback Machine hat sie nicht gespeichert.",
  },
  document: {
    label: "Oder eine Datei",
    hint: "Ein PDF, ein Bild, ein Office-Dokument, eine gespeicherte Seite oder ein Text, bis {limit} MB. Öffentlich sind der Titel und die SHA-256-Prüfsumme, nie die Datei.",
    drop: "Auswählen oder hierher ziehen.",
    alt: "Was das Bild zeigt",
    altHint: "Für alle, die es nicht sehen können. Der Wortlaut darin lässt sich unten zitieren.",
    chosen: "{name}, {size}",
    preview: "Das ausgewählte Bild",
    oneOnly: "Immer nur eine Datei: Nur die erste wurde genommen.",
    sending: "Datei wird gesendet …",
    remove: "Datei entfernen",
    removed: "Datei entfernt",
    tooLarge:
      "„{name}“ hat {size}; mehr als {limit} MB gehen nicht. Fügen Sie die wichtigen Seiten als eigenes PDF hinzu oder die Adresse, an der sie steht.",
    known: "Die Redaktion hatte diese Datei schon: Es ist die Quelle „{title}“.",
    forms: {
      pdf: "PDF",
      picture: "Bild",
      page: "Gespeicherte Seite",
      text: "Textdatei",
      office: "Office-Dokument",
      other: "Datei",
    },
    pictureOf: "Bild: {title}",
    reading: "Datei wird gelesen …",
    stalled: "Das Lesen der Datei dauert schon so lange, dass nichts mehr daraus wird.",
    failed: "Die Datei ist gesichert, ließ sich aber nicht lesen.",
    title: { one: "Die Datei", other: "Die Dateien" },
    noAlt: "Noch hat niemand beschrieben, was es zeigt. Das geht unter „{edit}“.",
    facts: "{form}, {size}",
    uploaded: "Hinzugefügt von {name}, {time}",
    readersHint:
      "Für Mitglieder, die diese Quelle sehen dürfen. Öffentlich sind Titel, Datum und SHA-256-Prüfsumme.",
    openCopy: "Gesicherte Kopie",
  },
  snapshot: {
    title: "Gesicherte Kopie vom {time}",
    documentTitle: "Gesicherte Kopie: {title}",
    readBy: "Angefordert von {name}",
    attachedBy: "Hinzugefügt von {name}",
    file: "Datei",
    from: "Abgerufen von",
    readAt: "Gelesen",
    size: "Größe",
    type: "Art der Datei",
    hash: "SHA-256 der Datei",
    says: "Was die Quelle über sich sagt",
    download: "Datei herunterladen, wie sie gelesen wurde",
    downloadFile: "Datei herunterladen",
    downloadFileHint: "Jemand hat sie hochgeladen: Öffnen Sie sie mit Vorsicht.",
    downloadHint: "Sie kommt von einer fremden Website: Öffnen Sie sie mit Vorsicht.",
    text: "Text",
    facts: "Über diese Kopie",
    source: "Quelle",
    unknownType: "nicht angegeben",
    megabytes: "{count} MB",
    kilobytes: "{count} kB",
  },
  list: {
    title: "Quellen",
    search: "Titel, Adressen und Herausgeber durchsuchen",
    submit: "Suchen",
    filter: "Art der Quelle",
    all: "Alle",
    held: "Dateien oder andere Quellen",
    heldAs: { file: "Dateien", other: "Ohne Datei" },
    results: "Quellen",
    uses: { one: "{count} Verwendung", other: "{count} Verwendungen" },
    none: "Keine Quelle gefunden",
    noneText: "Suchen Sie mit weniger Wörtern oder nach einer anderen Art.",
    clear: "Alle Quellen anzeigen",
    empty: "Noch keine Quellen",
    emptyText:
      "Eine Quelle kommt hierher, wenn sie zu einer Behauptung hinzugefügt wird, und lässt sich dann auch für andere verwenden.",
    emptyAction: "Zu den Behauptungen",
  },
  page: {
    title: "Quelle",
    uses: "Wo sie verwendet wird",
    unused: "Nichts, was Sie sehen dürfen, zitiert sie.",
    moreUses: { one: "Und {count} weitere.", other: "Und {count} weitere." },
    added: "Hinzugefügt von {name} am {day}",
    mergedFrom: "„{title}“ wurde am {day} von {name} mit dieser Quelle zusammengelegt",
    copies: "Gesicherte Kopien",
    noCopies: "Noch ist keine Kopie gesichert.",
    keepAnother: "Jetzt eine weitere Kopie sichern",
    edit: "Quelle bearbeiten",
    saved: "Quelle gespeichert",
    reliabilityNote: "Wie verlässlich sie ist",
    reliabilityHint:
      "Nur für die Redaktion: womit sie richtig oder falsch lag, wen man fragen kann. Das wird nie öffentlich.",
  },
  merge: {
    title: "Mit einer anderen Quelle zusammenlegen",
    text: "Für ein Dokument, das zweimal hier ist. Wo diese Quelle zitiert wird, steht dann die andere; ihre Kopien gehen mit, und ihre Adresse und diese Seite führen künftig zur anderen. Das lässt sich nicht zurücknehmen.",
    into: "Die Quelle, die bleibt",
    intoHint:
      "Geben Sie Wörter aus ihrem Titel ein und wählen Sie sie aus oder fügen Sie die Adresse ihrer Seite hier ein.",
    chosen: "„{title}“ bleibt, und diese Quelle geht darin auf.",
    submit: "Zusammenlegen",
  },
  choosing: {
    title: "Wortlaut auswählen",
    documentTitle: "Wortlaut auswählen: {title}",
    claim: "Die Behauptung",
    hint: "Wählen Sie einen Satz oder eine Zelle mit den Pfeiltasten oder einem Klick, oder markieren Sie beliebige Worte. ← → verschiebt die Grenzen wortweise.",
    touchHint: "Tippen Sie auf einen Satz oder eine Zelle oder markieren Sie beliebige Worte darin.",
    list: "Sätze der gesicherten Kopie",
    use: "Diesen Wortlaut zitieren",
    found: "In der gesicherten Kopie gefunden",
    notFound:
      "In der gesicherten Kopie nicht gefunden: Wählen Sie den Wortlaut dort aus oder prüfen Sie die Schreibweise. Vielleicht steht er dort zweimal oder in einem Teil, der nicht gelesen wurde.",
  },
  choose: {
    list: "Quellen, die die Redaktion kennt",
    found: { one: "{count} bekannte Quelle passt.", other: "{count} bekannte Quellen passen." },
  },
};
