import type { Telling, ToldChange } from "#components/claims/history-sentence.ts";
import type { Changes } from "#lib/audit/schema.ts";
import { plural } from "#lib/i18n/words.ts";

type Value = Changes[string]["from"];
type Said = Readonly<Record<string, string>>;

/** What an edit changed, as the form of it calls the fields and shows what stands in them. */
export function tellChanges(changes: Changes, telling: Telling): ToldChange[] {
  const names = fieldNames(telling);
  return Object.entries(changes).map(([field, { from, to }]) => ({
    // One without a word of its own is called as it is stored, rather than left out.
    field: (Object.hasOwn(names, field) && names[field]) || field,
    from: textOf(field, from, telling),
    to: textOf(field, to, telling),
  }));
}

function fieldNames({ words }: Telling): Said {
  const { claims, articles, members, audit, revisions, sources } = words;
  const { newsroom } = members;
  const { form } = articles;
  return {
    ...claims.fields,
    ...audit.fields,
    alt: sources.document.alt,
    assignmentHours: newsroom.assignmentHours,
    byline: form.byline,
    checkEveryHours: revisions.watch.title,
    contactDays: newsroom.contactDays,
    deadlineAt: form.deadline,
    display: form.display,
    embargoUntil: form.embargo,
    language: form.language,
    leaseMinutes: newsroom.leaseMinutes,
    locale: newsroom.locale,
    minSources: newsroom.minSources,
    name: members.list.name,
    opinionsRequired: newsroom.opinions,
    origin: form.origin,
    reach: form.reach,
    readerLanguages: newsroom.offered,
    reliabilityNote: sources.page.reliabilityNote,
    role: members.list.role,
    sourceUrl: form.sourceUrl,
    timeZone: newsroom.timeZone,
  };
}

/** Null where nothing stood, or stands now. */
function textOf(field: string, value: Value, telling: Telling): string | null {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  const { words } = telling;
  if (Array.isArray(value)) {
    return value.map((each) => oneText(field, each, telling)).join(words.common.comma);
  }
  if (typeof value === "boolean") return value ? words.audit.yes : words.audit.no;
  return typeof value === "number" ? numberText(field, value, telling) : oneText(field, value, telling);
}

function numberText(field: string, value: number, { words, locale, format }: Telling): string {
  const { newsroom } = words.members;
  const { watch } = words.revisions;
  if (field === "checkEveryHours" && value === 1) return watch.choices.hour;
  const units = {
    leaseMinutes: newsroom.minutes,
    assignmentHours: newsroom.hours,
    contactDays: newsroom.days,
    checkEveryHours: watch.hours,
  };
  if (Object.hasOwn(units, field)) return plural(locale, units[field as keyof typeof units], value);
  const choices: Readonly<Record<number, { label: string }>> = newsroom.opinionChoices;
  return (field === "opinionsRequired" && choices[value]?.label) || format.number(value);
}

function oneText(field: string, value: string, { words, locale, format }: Telling): string {
  const { form } = words.articles;
  switch (field) {
    case "locale":
    case "readerLanguages":
    case "language":
      return value === "und" ? form.languageUnknown : nameOfLanguage(value, locale);
    case "deadlineAt":
    case "embargoUntil":
      return format.dateTime(new Date(value));
    case "publishedOn":
      return format.day(value);
  }
  const said: Readonly<Record<string, Said>> = {
    display: { excerpts: form.excerpts, full: form.full },
    events: words.connections.webhooks.events,
    kind: words.common.sourceKinds,
    origin: { own: form.own, external: form.external },
    reach: form.reaches,
    role: words.common.roles,
  };
  const names = said[field] ?? {};
  return (Object.hasOwn(names, value) && names[value]) || value;
}

/** What is no tag stays as it is: events are older than any rule. */
function nameOfLanguage(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
