/** Words about people outside who wrote to the desk, and what is held of them. */
export const people = {
  title: "People who wrote in",
  intro:
    "Somebody who reported an error or sent a claim may ask what you hold of them, and to have it erased. They are found by the e-mail address they gave.",
  find: "Find somebody",
  email: "Their e-mail address",
  submit: "Find",
  forgotten: {
    one: "Addresses are deleted by themselves after {count} day. What was sent before, or without an address, is nobody’s any more and cannot be found here.",
    other:
      "Addresses are deleted by themselves after {count} days. What was sent before, or without an address, is nobody’s any more and cannot be found here.",
  },
  sent: { one: "{count} thing sent", other: "{count} things sent" },
  list: "What they sent",
  on: "{kind}, {when}",
  claim: "Claim {number}",
  fields: { link: "Link", said: "Said by {name}", answer: "Our answer" },
  data: "Their data",
  held: "What they sent and what you answered, with the address, as a file to hand over.",
  download: "Download what we hold",
  erase: "Erase it",
  goes: "This goes, for good",
  goesList: {
    words: "what they wrote, the links in it, and whom they named",
    address: "their e-mail address, also where the history has it",
    answer: "what you answered them",
  },
  stays: "This stays",
  staysList: {
    work: "what became of it at the desk: claims, verdicts, corrections",
    history: "that something was sent and by whom of you it was settled, with your reason",
    elsewhere: "what members wrote about it in comments, and backups made before",
  },
  reason: "Why it is erased",
  reasonHint: "It stays in the history, for good: write it without their name or address.",
  typedHint: "Type {email} to say that you mean it.",
  action: "Erase for good",
  done: { one: "It is erased: {count} thing they sent.", other: "It is erased: {count} things they sent." },
  nowhere: "Their address stands nowhere else.",
  mentions: "Their address still stands here, in what people wrote:",
  rows: "{place}: {count}",
  another: "Find somebody else",
} as const;
