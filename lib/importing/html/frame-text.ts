/** What short blocks begin with that lead away from an article, or belong to its page. */
const LEADS = new RegExp(
  `^[^\\p{L}\\p{N}©]*(?:${[
    "(?:read|see|watch|listen|learn|find out|discover)\\s+(?:more|also|next|now|the full)\\b|keep reading|continue reading",
    "more\\s*:|more\\s+(?:on this|from|about|stories|news|coverage)\\b|also\\s+(?:read|see)\\b|you (?:may|might) (?:also )?like",
    "(?:related|recommended|trending|most read|top stories)\\s*(?::|$|now|for you|(?:stories|articles|content|coverage|reading|news|links|topics|posts)\\b)",
    "don[’']t miss\\b|(?:click|tap) (?:here|to)\\b|sign up\\b|subscribe\\b|follow (?:us|me|@)|share this|like us|join (?:us|our)\\b",
    "download (?:the|our)\\b|get (?:the|our) (?:latest|app|newsletter)|receive the latest|(?:have|got) a (?:tip|story)\\b|support (?:us|our)\\b",
    "advertisement\\s*$|(?:story|article) continues|scroll (?:down )?(?:to|for)\\b|image \\d+ of\\b",
    "copyright\\s*(?:©|\\(c\\)|\\d{4})|©|citation:|all rights\\b|\\d+ (?:comments?|shares?|min(?:ute)?s? read)",
    "(?:last |first )?(?:published|posted|updated)\\s*(?:[:\\d(]|(?:on\\s+)?(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    "(?:filed under|tags?|topics?|categor(?:y|ies)|posted in)\\s*[:\\n]",
    "weiterlesen|mehr zum thema|lesen sie auch|lire (?:aussi|la suite)|à lire|leia (?:também|mais)",
    "le[ae] también|ver más|leggi anche|читайте также|смотрите также|関連記事|相关阅读|延伸閱讀|관련기사",
  ].join("|")})`,
  "iu",
);

/** Calls to subscribe and notes of rights, wherever they stand in a short block. */
const CALLS =
  /\ball rights reserved\b|\b(?:sign up|subscribe|register|get|delivered|receive)\b[^.!?]*\b(?:newsletters?|inbox|e-?mail alerts?)\b|\bfollow (?:\S+ ){1,8}?on (?:twitter|facebook|instagram|youtube)\b|\bmay not be (?:published|reproduced)|\bsubject to copyright\b|무단\s?전재/i;

/** Longer blocks say more than where to go next; short ones without a link must be very short. UTF-16 code units. */
const LONGEST_CALL = 300;
const LONGEST_WITHOUT_LINK = 120;

/** Whether a block's words are those of a page's frame: a link to other stories, a call to subscribe, a date. */
export function isFrameText({ text, linked }: { text: string; linked: number }): boolean {
  if (text.length > (linked > 0 ? LONGEST_CALL : LONGEST_WITHOUT_LINK)) return false;
  return LEADS.test(text) || CALLS.test(text);
}
