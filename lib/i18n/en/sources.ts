/** Sources, and the copies kept of them. */
export const sources = {
  copy: {
    kept: "Kept copy",
    archive: "Archive’s copy",
    keptAt: "copy kept {time}",
    waiting: "Keeping a copy of the page…",
    failed: "No copy was kept.",
    stalled: "Keeping a copy has taken so long that nothing will come of it.",
    retry: "Try again",
    keepNow: "Keep a copy now",
    confidentialHint: "Not kept by itself: to fetch the page tells its owner that somebody here reads it.",
    noText: "Its bytes are kept, but no text could be read of them.",
    /** Why nothing was kept, where the sentence for articles would not fit. */
    failures: {
      fetch_unreachable:
        "The page could not be reached from here. Check the address; if it opens in your browser, name an archive’s copy under Edit, or say there why none is kept.",
      fetch_status:
        "The site answered with an error ({status}). If the page opens in your browser, name an archive’s copy under Edit, or say there why none is kept.",
      fetch_too_large:
        "What is at this address is larger than {limit} MB. Say under Edit why no copy is kept, or name an archive’s.",
      fetch_timeout:
        "The site did not answer within {seconds} seconds. Try again, or name an archive’s copy under Edit.",
      fetch_wrong_type:
        "What is at this address ({type}) cannot be kept here. Say under Edit why, or name an archive’s copy.",
      fetch_too_many_redirects:
        "This address leads from one page to the next without end. Look in your browser where it ends, and mend the address under Edit.",
      copy_failed: "It failed on our side. Try again, or say under Edit why none is kept.",
    },
    unread: {
      import_unreadable: "This is {type}: the file is kept, but no text is read of it.",
      import_no_text:
        "No text was found in it. It may be a scan, or a page that only a browser can draw. The file is kept.",
      import_too_large: "It is larger than {limit} MB: the file is kept, but no text is read of it.",
      import_too_complex: "It is built in a way that cannot be read safely. The file is kept.",
      text_too_long: "Its text is longer than {limit} characters. The file is kept.",
      pdf_encrypted: "It is locked with a password. The file is kept.",
    },
  },
  snapshot: {
    title: "Kept copy of {time}",
    documentTitle: "Kept copy: {title}",
    readBy: "Asked for by {name}",
    from: "Read from",
    readAt: "Read",
    size: "Size",
    type: "Kind of file",
    hash: "SHA-256 of the file",
    says: "The source says of itself",
    download: "Download the file as it was read",
    downloadHint: "It comes from somebody else’s site: open it with care.",
    text: "Text",
    facts: "About this copy",
    source: "Source",
    unknownType: "not said",
    megabytes: "{count} MB",
    kilobytes: "{count} kB",
  },
  list: {
    title: "Sources",
    search: "Search titles, addresses and publishers",
    submit: "Search",
    filter: "Kind of source",
    all: "All",
    results: "Sources",
    uses: { one: "{count} use", other: "{count} uses" },
    none: "No source fits",
    noneText: "Search for fewer words, or for another kind.",
    clear: "Show all sources",
    empty: "No sources yet",
    emptyText:
      "A source comes here when it is attached to a claim, and can be attached to others from then on.",
    emptyAction: "Go to the claims",
  },
  page: {
    title: "Source",
    uses: "Where it is used",
    unused: "Nothing you may see cites it.",
    moreUses: { one: "And {count} more.", other: "And {count} more." },
    added: "Added by {name} on {day}",
    mergedFrom: "“{title}” became one with this source on {day}, by {name}",
    copies: "Kept copies",
    noCopies: "No copy is kept yet.",
    keepAnother: "Keep another copy now",
    edit: "Edit the source",
    saved: "Source saved",
    reliabilityNote: "How reliable it is",
    reliabilityHint: "For the desk only: what it got right or wrong, whom to ask. Readers never see it.",
  },
  merge: {
    title: "Merge into another source",
    text: "For one document that is here twice. Where this one is cited, the other will be; its copies go along, and its address and this page lead to the other from then on. This cannot be taken back.",
    into: "The source that stays",
    intoHint: "The address of its page here.",
    submit: "Merge them",
  },
  choosing: {
    title: "Choose the words",
    documentTitle: "Choose the words: {title}",
    claim: "The claim",
    hint: "Choose a sentence or cell by arrow keys or a press, or select any words. ← → trim it by words.",
    touchHint: "Tap a sentence or cell, or select any words in it.",
    list: "Sentences of the kept copy",
    use: "Quote these words",
    found: "Found in the kept copy",
    notFound:
      "Not found in the kept copy: choose the words there, or check how they are written. They may stand there twice, or in a part that was not read.",
  },
  choose: {
    list: "Sources the desk knows",
    found: { one: "{count} known source fits.", other: "{count} known sources fit." },
  },
} as const;
