/** Longer ones are sentences about the author. UTF-16 code units. */
const LONGEST_BYLINE = 200;

/** What stands in front of a name, in the languages whose small words we know. */
const LEAD =
  /^(?:(?:(?:story|written|posted|published|reported|words|text|article)\s+)?by|von|par|por|door|di|af|av|autor(?:in)?|auteur|author|text)(?:\s*[:：]\s*|\s+)(?=\S)|^(?:текст|автор|作者|文|記者|记者|撰文)\s*[:：]\s*/i;
const ADDRESS = /\S+@\S+\.\S+|(?:https?:\/\/|www\.)[^\s()]+/g;
const HANDLE = /(?<=^|\s|\()@\w+/g;
/** A date or a time, and all that follows it. */
const DATE_AND_REST =
  /(?:^|[\s|,•·–—-]+)(?:(?:published|updated|posted|last|on)\s+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}:\d{2}).*$/i;

/** A byline's names and nothing else; null when nothing is left. */
export function cleanByline(words: string | null): string | null {
  const names = (words ?? "")
    .replace(/\s+/g, " ")
    .replace(ADDRESS, "")
    .replace(HANDLE, "")
    .replace(DATE_AND_REST, "")
    .replace(/\(\s*\)/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(LEAD, "")
    .replace(/^[\s,|•·:;/–—-]+|[\s,|•·:;/–—-]+$/g, "");
  const isName = names.length <= LONGEST_BYLINE && /\p{L}{2}|\p{Script=Han}|\p{Script=Hangul}/u.test(names);
  return isName && !NOBODY.test(names) ? names : null;
}

/** What content systems put where there is no author. */
const NOBODY = /^(?:admin(?:istrator)?|author|staff|editor|user|guest|unknown|null|undefined|none|n\/a|by)$/i;
