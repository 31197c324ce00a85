/** Words of taking over checks that were published elsewhere. */
export const checkFiles = {
  title: "Import earlier checks",
  intro:
    "Checks that were published elsewhere, as ClaimReview tells of them: from your former system, or from another newsroom. You see what would come in before anything does.",
  send: "Send a file",
  use: "What becomes of them",
  uses: {
    checked_before: "To be found as checked before",
    archive: "Our own archive",
  },
  useHints: {
    checked_before: "Shown to whoever writes a claim that says the same. Readers do not see them.",
    archive:
      "Published as this newsroom’s own, each with the day it was first published and a link to where. You are named as who published them.",
  },
  file: "File",
  fileHint:
    "JSON-LD, a DataFeed, a web page with ClaimReview in it, or CSV with a first line of column names. Up to {limit} MB.",
  drop: "Drop a file here, or choose one.",
  tooLarge: "{name} has {size} MB. Up to {limit} MB can be sent here.",
  submit: "See what would come in",
  list: "Sent lately",
  none: "Files you send stand here for three days.",
  sent: "{use}. Sent by {name}, {when}.",
  states: {
    reading: "Being read",
    shown: "Waits for a decision",
    importing: "Being imported",
    imported: "Imported",
    failed: "Stopped",
  },
  reading: "The file is being read. Nothing is imported yet.",
  importing: "The checks are being imported.",
  progress: "{made} of {count} so far.",
  goesOn: "You can leave this page: it goes on by itself.",
  stalled:
    "It takes longer than usual. It goes on by itself as soon as the installation’s worker runs; ask whoever runs it.",
  unread: "This file could not be read",
  stopped: "The import stopped before its end",
  stoppedAfter: {
    one: "{count} check came in before, and stays. Import the rest with the same file.",
    other: "{count} checks came in before, and stay. Import the rest with the same file.",
  },
  would: { one: "{count} check would come in.", other: "{count} checks would come in." },
  wouldNot: { one: "{count} row would not.", other: "{count} rows would not." },
  nothing: "Nothing in this file would come in.",
  unchanged: "Nothing is imported yet. What you see here is what comes in, and nothing else.",
  came: { one: "{count} check came in.", other: "{count} checks came in." },
  meanwhile: {
    one: "{count} more was here by then.",
    other: "{count} more were here by then.",
  },
  rowsLabel: "Rows by what becomes of them",
  outcomes: {
    new: "Would come in",
    known: "Here already",
    no_claim: "Without a claim",
    no_address: "Without an address",
    no_rating: "Without a rating",
    repeated: "Twice in the file",
    no_day: "Without a day",
    unknown_rating: "With an unknown rating",
  },
  shownNew: "Shown as new",
  advice: {
    new: "Each becomes one check here.",
    known: "These were imported before, from the same address with the same claim. They stay as they are.",
    no_claim: "They do not say what was checked. Fill in “claimReviewed” and send the file again.",
    no_address:
      "They do not say where the check was published. Fill in “url” with its web address and send the file again.",
    no_rating:
      "They do not say in words what came of the check. Fill in “reviewRating.alternateName” and send the file again.",
    repeated: "The same claim with the same address stands further up in the file. The first one counts.",
    no_day:
      "They do not say when the check was published, or name a day to come. Fill in “datePublished” as year-month-day and send the file again.",
    unknown_rating:
      "Their rating is not on this newsroom’s scale. Say above which of your ratings it means, and look again.",
  },
  row: "Row {number}",
  noClaim: "No claim",
  by: "{publisher}: {rating}",
  import: { one: "Import {count} check", other: "Import {count} checks" },
  publishTitle: { one: "Publish {count} check?", other: "Publish {count} checks?" },
  publishText:
    "Readers see them at once, each with the day it was first published. To take one back, withdraw it like any other.",
  publish: "Publish",
  again: "Look again",
  remove: "Remove",
  removeNamed: "Remove {name}",
  removeTitle: "Remove {name}?",
  removeText: "Nothing more is imported from it. Checks that came in stay.",
  removed: "The file is removed.",
  labels: "What these ratings mean",
  labelsText:
    "The file has ratings that are not on this newsroom’s scale. Choose what each means; rows with those you leave out do not come in.",
  label: "{label} ({count})",
  leaveOut: "Leave out",
  lookAgain: "Look again with these",
  kept: "The file is kept for three days after it was last used, then deleted.",
  toClaims: "See the claims",
  another: "Send another file",
} as const;
