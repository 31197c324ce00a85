/** A full stop after one of these never ends a sentence: something has to follow. Lower case, without the stop. */
const BEFORE_MORE = new Set(
  (
    "mr mrs ms mx dr prof hon rev gen lt col sgt capt cmdr maj adm sen rep gov pres st messrs " + // English titles
    "vs cf viz approx fig figs vol pp ed eds art sec ch " +
    "nr bzw ca str geb hrsg usw evtl ggf inkl mio mrd " + // German
    "mme mlle mgr " + // French
    "sra srta dra ud uds pág núm " + // Spanish
    "sig dott avv ing "
  ) // Italian
    .split(/\s+/),
);

/** These end a sentence about as often as not: what follows decides. */
const BEFORE_MORE_OR_END = new Set("inc corp co ltd llc plc jr sr bros etc al est dept univ m".split(" "));

/** Only before a number: "No. 10", "Jan. 6", "p. 12". "No." alone is an answer. */
const BEFORE_NUMBER = new Set(
  "no nos p art jan feb mar apr jun jul aug sep sept oct nov dec núm n".split(" "),
);

/** Words that open an English sentence and seldom follow an abbreviation inside one. */
const OPENERS = new Set(
  (
    "the a an this that these those it its he she his her they their we our you your i in on at by for from " +
    "to with as if when while after before since there here but and or so yet however meanwhile although what " +
    "who how why where not no yes also then now last earlier"
  ).split(" "),
);

const LAST_WORD = /(?:^|[\s([“"'‘«])([\p{L}\p{M}.]+)\.["'”’)\]]*$/u;
const DOTTED = /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u;
const INITIAL = /^\p{L}$/u;
const FIRST_WORD = /^["'“‘«([]*(\p{L}+)/u;
const STARTS_WITH_NUMBER = /^["'“‘«([]*\p{Nd}/u;
const STARTS_LOWER = /^(?!https?:\/\/)["'“‘«([]*\p{Ll}/u;
const GERMAN_DATE = /(?:^|\s)\p{Nd}{1,2}\.$/u;
const GERMAN_MONTH = /^(?:Jän|Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{L}*/u;

/**
 * Whether `before` (its end is enough), which the segmenter took for a whole sentence, goes on in `after`: it ends with an
 * abbreviation, an initial or a quoted question inside a sentence. Both without outer white space.
 */
export function goesOn(before: string, after: string): boolean {
  if (STARTS_LOWER.test(after)) return true;
  if (GERMAN_DATE.test(before) && GERMAN_MONTH.test(after)) return true;
  const last = LAST_WORD.exec(before)?.[1];
  if (last === undefined) return false;
  const word = last.toLowerCase();
  if (BEFORE_MORE.has(word)) return true;
  if (BEFORE_NUMBER.has(word) && STARTS_WITH_NUMBER.test(after)) return true;
  const mayGoOn = BEFORE_MORE_OR_END.has(word) || DOTTED.test(last) || INITIAL.test(last);
  return mayGoOn && !OPENERS.has(FIRST_WORD.exec(after)?.[1]?.toLowerCase() ?? "");
}
