/** Getting a text to the desk. */
export const imports = {
  new: {
    title: "New article",
    titleFor: "New text: {title}",
    ways: "Ways in",
    address: "Web address",
    paste: "Paste",
    file: "File",
  },
  address: {
    label: "Web address of the article",
    hint: "The page is fetched once and kept as it was read. You see what is taken as the article before anything is saved.",
    submit: "Fetch it",
  },
  paste: {
    label: "Text of the article",
    hint: "Copy the whole article and paste it. Text without any formatting works too.",
    isRich: "Headings, lists and links of what you pasted are kept.",
    plainOnly: "Use plain text only",
    from: "Web address it is from",
    submit: "Read it",
  },
  file: {
    label: "File of the article",
    hint: "A web page (HTML), a PDF or plain text, at most {limit} MB.",
    drop: "Drop a file here, or choose one:",
    tooLarge:
      "“{name}” has {size} MB. A file may have at most {limit} MB: paste the text of the article instead.",
    submit: "Read it",
  },
  steps: {
    title: "Steps",
    fetched: "Fetched",
    received: "Received",
    read: "Read",
    cleaned: "Cleaned",
    saved: "Saved",
    done: "done",
    current: "under way",
    failed: "failed",
  },
  underWay: {
    title: "Reading the article",
    waiting: "Waiting for its turn…",
    fetching: "Fetching the page…",
    reading: "Telling the article from what stands around it…",
    hint: "This takes a few seconds. You may leave this page and come back to it.",
    stalled: "This has taken so long that nothing will come of it.",
  },
  failed: {
    title: "This could not be read",
    retry: "Try again",
    paste: "Paste the text instead",
  },
  unchanged: {
    title: "Nothing has changed",
    text: "The text is the same as revision {number}.",
    back: "Back to the article",
  },
  preview: {
    title: "Look it through",
    text: "The text as it will be annotated",
    hint: "Take the tick from what is not part of the article.",
    kept: { one: "{count} block", other: "{count} blocks" },
    leftOut: { one: "{count} block left out", other: "{count} blocks left out" },
    broughtBack: { one: "{count} brought back", other: "{count} brought back" },
    /** Names of a block's tick. The second holds what its label says when the block is left out. */
    part: "Part of the article: {words}",
    partLeftOut: "Part of the article: {words} (bring back)",
    bringBack: "Bring back",
    bringAllBack: "Bring all back",
    above: "Leave out everything above too",
    below: "Leave out everything below too",
    further: {
      one: "{count} further block is not shown here.",
      other: "{count} further blocks are not shown here.",
    },
    keepFurther: {
      one: "Keep the {count} that was read as part of the article",
      other: "Keep the {count} that were read as part of the article",
    },
    details: "Details",
    toDetails: "On to the details",
    save: "Save article",
    saveRevision: "Save as revision {number}",
    saveRevisionOf:
      "{title}: this becomes revision {number}, and its claims follow their words to the new text.",
    outdated:
      "The article has a newer text (revision {newest}) than the one this was compared with (revision {basedOn}). Read it again, so that nothing newer is lost.",
    readAgain: "Read it again",
    isOther:
      "This page has changed so much since revision {number} that it may be another article by now. Look it through before it is saved.",
    fetchedFrom: "Fetched from {site} on {time}, {size}",
    uploaded: "“{name}”, received on {time}, {size}",
    pasted: "Pasted on {time}, {size}",
    kilobytes: "{count} kB",
    megabytes: "{count} MB",
    sameAddress: "From this address there is at the desk already:",
    addedOn: "added on {day}",
  },
  notes: {
    dateStamp: "“{removed}” in front of the text was taken out: it is the article’s date.",
    markers: {
      one: "A sign that only marked a line, like > or -, was taken off.",
      other: "{count} signs that only marked lines, like > or -, were taken off.",
    },
    replaced: {
      one: "A character that cannot be read was replaced by �.",
      other: "{count} characters that cannot be read were replaced by �.",
    },
  },
} as const;
