import { boundaryBefore } from "#lib/anchoring/graphemes.ts";
import type { HistoryEvent } from "#lib/audit/queries.ts";
import type { AuditAction, Changes } from "#lib/audit/schema.ts";
import type { Format } from "#lib/i18n/format.ts";
import { ownNameOf } from "#lib/i18n/languages.ts";
import { quoted } from "#lib/i18n/quotation.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";

/** The actions a claim's history can hold. */
type ClaimAction = Extract<
  AuditAction,
  `${"claim" | "comment" | "evidence" | "passage" | "review"}.${string}`
>;
export type ClaimEvent = Extract<HistoryEvent, { action: ClaimAction }>;

/** One event as it is told: a sentence, what else belongs to it, and which fields changed. */
export type Told = { sentence: string; notes: string[]; changes: ToldChange[] };
/** Null where nothing stood, or stands now. */
export type ToldChange = { field: string; from: string | null; to: string | null };

export type Telling = { words: Words; format: Format; locale: string };

/** Puts an event into words; null when it is none of a claim's. */
export function tell(event: HistoryEvent, telling: Telling): Told | null {
  if (event.action === "event.unreadable") {
    const name =
      event.actorName || (event.isFormer ? telling.words.members.erase.former : telling.words.audit.system);
    return {
      sentence: fill(telling.words.audit.unreadable, { name, action: event.data.action }),
      notes: [],
      changes: [],
    };
  }
  if (!isOfClaim(event)) return null;
  return {
    sentence: sentenceOf(event, telling),
    notes: notesOf(event, telling),
    changes: changesOf(event, telling),
  };
}

function isOfClaim(event: HistoryEvent): event is ClaimEvent {
  return /^(claim|comment|evidence|passage|review)\./u.test(event.action);
}

function sentenceOf(event: ClaimEvent, { words, format }: Telling): string {
  const { actions, priorities, system } = words.claims.history;
  const { former } = words.members.erase;
  const name = event.actorName || (event.isFormer ? former : system);
  const { common } = words;
  switch (event.action) {
    case "claim.created":
    case "claim.edited":
    case "claim.deleted":
    case "claim.restored":
    case "claim.checks_edited":
    case "claim.submitted":
    case "claim.recalled":
    case "claim.woken":
    case "claim.returned":
    case "claim.withdrawn":
    case "comment.added":
    case "comment.edited":
    case "comment.deleted":
    case "comment.resolved":
    case "comment.reopened":
      return fill(actions[event.action], { name });
    case "claim.reply_recorded": {
      const { asked, via, outcome } = event.data;
      return fill(actions[event.action], { name, asked, via, outcome: common.replyOutcomes[outcome] });
    }
    case "claim.reply_edited":
      return fill(actions[event.action], { name, asked: event.data.asked });
    case "claim.reply_removed":
      return fill(actions[event.action], { name, asked: event.data.asked, via: event.data.via });
    case "claim.prioritised":
      return fill(actions[event.action], {
        name,
        priority: priorities[event.data.priority > 0 ? "high" : "normal"],
      });
    case "claim.assigned":
      return fill(actions[event.action], {
        name,
        member: event.data.name || former,
        stage: common.stages[event.data.stage],
      });
    case "claim.handed_over":
      return fill(actions[event.action], {
        name,
        from: event.data.from || former,
        to: event.data.to || former,
      });
    case "claim.unassigned":
      return fill(actions[event.action], { name, member: event.data.name || former });
    case "claim.assignment_lapsed":
      return fill(actions[event.action], { member: event.data.name || former });
    case "claim.snoozed":
      return fill(actions[event.action], { name, day: format.date(new Date(event.data.until)) });
    case "claim.taken":
    case "claim.released":
    case "review.decided":
      return fill(actions[event.action], { name, stage: common.stages[event.data.stage] });
    case "claim.lease_expired":
      return fill(actions[event.action], {
        holder: event.data.holderName || former,
        stage: common.stages[event.data.stage],
      });
    case "claim.dismissed":
      return fill(actions[event.action], { name, ground: common.dismissalGrounds[event.data.ground] });
    case "claim.reopened":
      return fill(actions[event.action], { name, state: common.states[event.data.from] });
    case "claim.published":
      return fill(actions[event.action], { name, rating: event.data.ratingLabel, number: event.data.number });
    case "claim.corrected":
      return fill(actions[event.action], {
        name,
        number: event.data.number,
        type: wordFor(common.correctionTypes, event.data.type),
      });
    case "claim.translated":
      return fill(actions[event.action], {
        name,
        language: ownNameOf(event.data.language),
        number: event.data.number,
      });
    case "claim.translation_removed":
      return fill(actions[event.action], { name, language: ownNameOf(event.data.language) });
    case "evidence.attached":
      return fill(actions[event.action], {
        name,
        title: event.data.title,
        stance: common.stances[event.data.stance],
      });
    case "evidence.copied":
      return fill(actions[event.action], { name, statement: event.data.statement });
    case "evidence.ordered":
      return fill(actions[event.action], { name, numbers: event.data.numbers.join(common.comma) });
    case "evidence.task_raised":
      return fill(actions[event.action], {
        title: event.data.title,
        finding: words.watch.findings[event.data.finding],
      });
    case "evidence.task_settled":
      return fill(actions[event.action], {
        name,
        title: event.data.title,
        outcome: words.watch.outcomes[event.data.outcome],
      });
    case "evidence.task_closed":
      return fill(actions[event.action], { title: event.data.title });
    case "evidence.correction_wanted":
    case "evidence.edited":
    case "evidence.removed":
    case "evidence.seen":
    case "evidence.seen_taken_back":
      return fill(actions[event.action], { name, title: event.data.title });
    case "passage.confirmed":
    case "passage.placed":
    case "passage.detached":
    case "passage.repair_undone":
    case "passage.added":
    case "passage.moved":
    case "passage.removed":
      return fill(actions[event.action], { name, revision: event.data.revision });
    case "review.agreed":
    case "review.differed":
      return fill(actions[event.action], { count: event.data.opinions });
  }
}

function notesOf(event: ClaimEvent, { words, locale }: Telling): string[] {
  const texts = words.claims.history;
  switch (event.action) {
    case "claim.returned":
    case "claim.corrected":
    case "claim.withdrawn":
      return [fill(texts.reason, { reason: event.data.reason })];
    case "claim.dismissed":
      return [
        fill(texts.reason, { reason: event.data.reason }),
        ...(event.data.duplicateOf === null ? [] : [texts.duplicateOf]),
      ];
    case "passage.added":
    case "passage.removed":
      return [quoted(excerptOf(event.data.words), locale)];
    case "claim.published": {
      const { override } = event.data;
      if (override === null) return [];
      const item = words.claims.gate.items[override.item].name;
      return [fill(texts.override, { item, reason: override.reason })];
    }
    case "evidence.task_settled": {
      const { reason } = event.data;
      return reason === null ? [] : [fill(texts.reason, { reason })];
    }
    case "evidence.copied":
      return [plural(locale, texts.copied, event.data.count)];
    case "evidence.edited":
      return event.data.otherClaims > 0 ? [plural(locale, texts.otherClaims, event.data.otherClaims)] : [];
    default:
      return [];
  }
}

type Value = Changes[string]["from"];

function changesOf({ data }: ClaimEvent, telling: Telling): ToldChange[] {
  if ("changes" in data) return fieldsOf(data.changes, telling);
  if (!("before" in data)) return [];
  const { words, nowhere } = telling.words.claims.history;
  return [{ field: words, from: data.before ?? nowhere, to: data.after ?? nowhere }];
}

function fieldsOf(changes: Changes, { words, format }: Telling): ToldChange[] {
  return Object.entries(changes).map(([field, { from, to }]) => ({
    field: wordFor({ ...words.claims.fields, claimant: words.claims.fields.claimantName }, field),
    from: valueText(field, from, { words, format }),
    to: valueText(field, to, { words, format }),
  }));
}

/** A stored value as people say it: keys as their words, days in the newsroom's way. */
function valueText(
  field: string,
  value: Value,
  { words, format }: Pick<Telling, "words" | "format">,
): string | null {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value)) return value.join(words.common.comma);
  const said = String(value);
  if (field === "saidOn" || field === "publishedOn" || field === "askedOn") return format.day(said);
  if (field === "deadlineAt") return format.dateTime(new Date(said));
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    outcome: words.common.replyOutcomes,
    claimantKind: words.common.claimantKinds,
    kind: words.common.sourceKinds,
    stance: words.common.stances,
    visibility: words.claims.evidence.visibilities,
  };
  return wordFor(names[field] ?? {}, said);
}

/** A key without a word is shown as it is, rather than nothing. */
function wordFor(names: Readonly<Record<string, string>>, key: string): string {
  return (Object.hasOwn(names, key) && names[key]) || key;
}

/** Code units of a passage that a line of the history shows: about two sentences. */
const SHOWN = 240;

export function excerptOf(words: string): string {
  const line = words.replace(/\s+/gu, " ");
  return line.length > SHOWN ? `${line.slice(0, boundaryBefore(line, SHOWN)).trimEnd()}…` : line;
}
