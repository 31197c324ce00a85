import {
  type ClaimEvent,
  excerptOf,
  type Telling,
  type Told,
  tell,
} from "#components/claims/history-sentence.ts";
import type { HistoryEvent } from "#lib/audit/queries.ts";
import { quoted } from "#lib/i18n/quotation.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { tellChanges } from "./told-changes.ts";

type OtherEvent = Exclude<HistoryEvent, ClaimEvent | { action: "event.unreadable" }>;

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
    notes: notesOf(other, name, words),
    changes: "changes" in other.data ? tellChanges(other.data.changes, telling) : [],
  };
}

function notesOf({ action, data }: OtherEvent, name: string, { audit }: Words): string[] {
  if (action === "token.created" || action === "token.revoked") {
    return ["", name].includes(data.member) ? [] : [fill(audit.tokenOf, data)];
  }
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
