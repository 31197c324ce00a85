import {
  type ClaimEvent,
  excerptOf,
  type Telling,
  type Told,
  type ToldChange,
  tell,
} from "#components/claims/history-sentence.ts";
import type { HistoryEvent } from "#lib/audit/queries.ts";
import type { Changes } from "#lib/audit/schema.ts";
import { quoted } from "#lib/i18n/quotation.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

type OtherEvent = Exclude<HistoryEvent, ClaimEvent>;

/** Puts any event into words: a claim's as its own history does. */
export function tellEvent(event: HistoryEvent, telling: Telling): Told {
  const told = tell(event, telling);
  if (told !== null) return told;
  const other = event as OtherEvent;
  const { words } = telling;
  const name = other.actorName || (other.isFormer ? words.members.erase.former : words.audit.system);
  const sentences: Readonly<Record<string, string>> = words.audit.actions;
  // A test sees to it that there is one for each; until then the action's own name is better than an error page.
  const sentence = sentences[other.action] ?? `{name}: ${other.action}`;
  return {
    sentence: fill<string>(sentence, { name, what: whatOf(other, telling) } as Record<never, never>),
    notes: notesOf(other, words),
    changes: "changes" in other.data ? changesOf(other.data.changes, words) : [],
  };
}

function notesOf({ action, data }: OtherEvent, { audit }: Words): string[] {
  if (action === "person.erased") return data.reason === null ? [] : [data.reason];
  if (action !== "member.signed_in" || data.by === null) return [];
  const { waysIn, secondSteps } = audit;
  return [waysIn[data.by], ...(data.secondStep === null ? [] : [secondSteps[data.secondStep]])];
}

/** What it was done to, as far as the event says. */
function whatOf({ action, data }: OtherEvent, { words, locale }: Telling): string {
  if (action === "scale.edited") return data.what;
  if (action === "scale.translated") return data.label;
  if (action === "article.revised") return String(data.number);
  if ("words" in data) return quoted(excerptOf(data.words), locale);
  if ("policy" in data) return words.policies.each[data.policy].title;
  if ("kind" in data) return words.tips.kinds[data.kind];
  if ("count" in data) return String(data.count);
  if ("title" in data) return data.title;
  if ("url" in data) return data.url ?? "";
  if ("host" in data) return data.host;
  if ("name" in data) return data.name;
  return "email" in data ? data.email : "";
}

/** A field without a word of its own is called as it is stored, rather than left out. */
function changesOf(changes: Changes, words: Words): ToldChange[] {
  const names: Readonly<Record<string, unknown>> = {
    ...words.claims.fields,
    ...words.members.newsroom,
    ...words.audit.fields,
    name: words.members.list.name,
    role: words.members.list.role,
  };
  return Object.entries(changes).map(([field, { from, to }]) => {
    const said = Object.hasOwn(names, field) ? names[field] : field;
    return {
      field: typeof said === "string" ? said : field,
      from: textOf(field, from, words),
      to: textOf(field, to, words),
    };
  });
}

function textOf(field: string, value: Changes[string]["from"], words: Words): string | null {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  const roles: Readonly<Record<string, string>> = words.common.roles;
  if (field === "role") return roles[String(value)] ?? String(value);
  if (typeof value === "boolean") return value ? words.audit.yes : words.audit.no;
  const events: Readonly<Record<string, string>> = words.connections.webhooks.events;
  return Array.isArray(value)
    ? value.map((each) => (field === "events" && events[each]) || each).join(words.common.comma)
    : String(value);
}
