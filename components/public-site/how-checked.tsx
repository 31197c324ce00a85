import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { PublishedClaim } from "#lib/publishing/schema.ts";

type Props = { claim: PublishedClaim; words: Words; format: Format };

/** Who did what, what else was looked for, who was asked, and what an editor let pass. */
export function HowChecked({ claim, words, format }: Props) {
  const texts = words.publicSite.claim;
  const rows: [string, string | null][] = [
    [texts.author, claim.people.author],
    [texts.reviewers, claim.people.reviewers.join(words.common.comma)],
    [texts.adjudicator, claim.people.adjudicator],
    [texts.editor, claim.people.editor],
    [texts.otherSide, claim.searchNote],
    [texts.noPrimary, claim.noPrimaryReason],
  ];
  return (
    <dl className="grid gap-3 text-[0.9375rem]">
      {rows.map(([label, value]) => value && <Row key={label} label={label} values={[value]} />)}
      {claim.replies.length > 0 && (
        <Row
          label={texts.replies}
          values={claim.replies.map((reply) => replyLine(reply, { words, format }))}
        />
      )}
      {claim.override && (
        <Row
          label={texts.letPass}
          values={[
            fill(texts.overridden, {
              item: words.publicSite.gate[claim.override.item],
              reason: claim.override.reason,
            }),
          ]}
        />
      )}
    </dl>
  );
}

/** Who was asked when; what they answered, or until when they could have. */
function replyLine(
  { asked, askedOn, via, deadlineAt, outcome, answer }: PublishedClaim["replies"][number],
  { words, format }: Pick<Props, "words" | "format">,
): string {
  const texts = words.publicSite.claim;
  const isUnanswered = outcome === "awaiting" || outcome === "no_answer";
  return [
    fill(texts.reply, { asked, day: format.day(askedOn), via }),
    isUnanswered &&
      deadlineAt !== null &&
      fill(texts.replyBy, { time: format.dateTime(new Date(deadlineAt)) }),
    `${words.common.replyOutcomes[outcome]}.`,
    answer,
  ]
    .filter(Boolean)
    .join(" ");
}

function Row({ label, values }: { label: string; values: readonly string[] }) {
  return (
    <div className="gap-x-6 sm:grid sm:grid-cols-[12rem_1fr]">
      <dt className="text-muted">{label}</dt>
      {values.map((value) => (
        <dd key={value} className="wrap-anywhere sm:col-start-2">
          <bdi>{value}</bdi>
        </dd>
      ))}
    </div>
  );
}
