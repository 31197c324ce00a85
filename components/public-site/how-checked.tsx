import type { ReactNode } from "react";
import { Filled } from "#components/ui/filled.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { PublishedClaim } from "#lib/publishing/schema.ts";

type Frame = {
  words: Words;
  format: Format;
  /** The language of what the desk wrote, where it is not the page's. */
  deskLang: string | undefined;
};
type Props = Frame & { claim: PublishedClaim };

/** Who did what, what else was looked for, who was asked, and what an editor let pass. */
export function HowChecked({ claim, words, format, deskLang }: Props) {
  const texts = words.publicSite.claim;
  const rows: [label: string, text: string | null, lang?: string | undefined][] = [
    [texts.author, claim.people.author],
    [texts.reviewers, claim.people.reviewers.join(words.common.comma)],
    [texts.adjudicator, claim.people.adjudicator],
    [texts.editor, claim.people.editor],
    [texts.otherSide, claim.searchNote, deskLang],
    [texts.noPrimary, claim.noPrimaryReason, deskLang],
  ];
  return (
    <dl className="grid gap-3 text-[0.9375rem]">
      {rows.map(
        ([label, text, lang]) =>
          text && (
            <Row key={label} label={label}>
              <Value lang={lang}>{text}</Value>
            </Row>
          ),
      )}
      {claim.replies.length > 0 && (
        <Row label={texts.replies}>
          {claim.replies.map((reply) => (
            <ReplyLine
              key={`${reply.asked} ${reply.askedOn} ${reply.via}`}
              {...{ reply, words, format, deskLang }}
            />
          ))}
        </Row>
      )}
      {claim.override && (
        <Row label={texts.letPass}>
          <Value>
            <Filled
              template={texts.overridden}
              values={{
                item: words.publicSite.gate[claim.override.item],
                reason: <span lang={deskLang}>{claim.override.reason}</span>,
              }}
            />
          </Value>
        </Row>
      )}
    </dl>
  );
}

/** Who was asked when; what they answered, or until when they could have. */
function ReplyLine({
  reply: { asked, askedOn, via, deadlineAt, outcome, answer },
  words,
  format,
  deskLang,
}: Frame & { reply: PublishedClaim["replies"][number] }) {
  const texts = words.publicSite.claim;
  const isUnanswered = outcome === "awaiting" || outcome === "no_answer";
  return (
    <Value>
      <Filled
        template={texts.reply}
        values={{ asked, day: format.day(askedOn), via: <span lang={deskLang}>{via}</span> }}
      />
      {isUnanswered &&
        deadlineAt !== null &&
        ` ${fill(texts.replyBy, { time: format.dateTime(new Date(deadlineAt)) })}`}
      {` ${words.common.replyOutcomes[outcome]}. `}
      {answer && <span lang={deskLang}>{answer}</span>}
    </Value>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="gap-x-6 sm:grid sm:grid-cols-[12rem_1fr]">
      <dt className="text-muted">{label}</dt>
      {children}
    </div>
  );
}

function Value({ lang, children }: { lang?: string | undefined; children: ReactNode }) {
  return (
    <dd className="wrap-anywhere sm:col-start-2">
      <bdi lang={lang}>{children}</bdi>
    </dd>
  );
}
