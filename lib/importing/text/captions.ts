/** Longer ones are paragraphs that happen to end like a credit. UTF-16 code units. */
const LONGEST_CAPTION = 600;
const LONGEST_CREDIT = 160;

const AGENCY =
  "(?:Getty(?: Images)?|AFP|Agence France-Presse|Reuters|REUTERS|AP|AP Photo|Associated Press|EPA(?:-EFE)?|EFE|dpa|picture alliance|" +
  "Bloomberg|Shutterstock|Alamy|iStock|ZUMA(?: Press)?|Xinhua|TASS|Sputnik|ANP|ANSA|Keystone|PA(?: Images| Wire)?|UPI|Pool|" +
  "POOL|NurPhoto|Anadolu(?: Agency)?|SIPA|Sipa USA|SOPA Images|LightRocket|Redux|Magnum(?: Photos)?|The Guardian|NYT|" +
  "The New York Times|The Washington Post|CNN|BBC)";
const NAME = "\\p{Lu}[\\p{L}.’'-]*(?: [\\p{L}.’'-]+){0,5}";

/** Each is a way to credit a photograph at the end of its caption. */
const CREDITS = [
  // Jane Roe/Getty Images, Jane Roe / AFP via Getty Images
  new RegExp(`[\\p{L}.)’'] ?/ ?${AGENCY}(?: ?(?:/| via ) ?${AGENCY})*\\)?\\.?$`, "u"),
  // AP Photo/Jane Roe, REUTERS/Jane Roe
  new RegExp(`(?:^|[\\s(])(?:AP Photo|Reuters|REUTERS|AFP|EPA|Getty Images) ?/ ?${NAME}\\)?\\.?$`, "u"),
  // … via Getty Images
  new RegExp(`\\bvia ${AGENCY}\\)?$`, "u"),
  // … (Photo: Jane Roe), Photograph: Jane Roe
  new RegExp(
    `\\b(?:Photo|Photograph|Image|Foto|Bild)(?: credit)? ?: ?\\(?${NAME}(?: ?/ ?${NAME})?\\)?\\.?$`,
    "u",
  ),
  // © Jane Roe, but not the © 2026 of a page's foot
  new RegExp(`© ?${NAME}\\)?$`, "u"),
];

/** Photo: …, Photograph by Jane Roe: words that say at once what the line is. */
const LABEL =
  /^(?:(?:Photos?|Photograph|Photo credit|Image|Picture|Caption|Credit|Foto|Bild|Crédit(?: photo)?) ?[:：]|Photo(?:graph)? by \p{Lu})/u;
const LONGEST_LABELLED = 300;

/** Whether a block's text is a picture's caption: it ends with a credit or begins with a label. */
export function isCaption(text: string): boolean {
  if (text.length > LONGEST_CAPTION) return false;
  if (text.length <= LONGEST_LABELLED && LABEL.test(text)) return true;
  const tail = text.slice(-LONGEST_CREDIT);
  return CREDITS.some((credit) => credit.test(tail));
}
