import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { RefreshWhileWaiting } from "#components/imports/refresh-while-waiting.tsx";
import { Message } from "#components/ui/message.tsx";
import { DESK_CHAIN, FINDING_KINDS } from "#lib/audit/values.ts";
import type { AuditPage } from "#lib/history/loaders.ts";
import type { Result } from "#lib/history/queries.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import { VerifyButton } from "./verify-button.tsx";

/** Milliseconds between two looks whether it is done: it takes from seconds to minutes. */
const PAUSE = 3_000;

/** When the whole history was last verified and what came of it, and for admins the way to have it done now. */
export function VerifiedState({ page }: { page: AuditPage }) {
  const { words, format, verified, mayVerify } = page;
  const { last, failedAt, askedAt, isOverdue } = verified;
  const texts = words.audit.verified;
  return (
    <section
      aria-labelledby="audit-verified"
      className="space-y-3 rounded-lg border border-line bg-raised px-4 py-3 text-sm"
    >
      <h2 id="audit-verified" className="font-semibold">
        {texts.title}
      </h2>
      {isOverdue && (
        <Message tone="warning">
          <p>{texts.overdue}</p>
        </Message>
      )}
      {failedAt && (
        <Message tone="warning">
          <p>{fill(last ? texts.failed : texts.failedFirst, { when: format.dateTime(failedAt) })}</p>
        </Message>
      )}
      {last === null ? <p>{texts.never}</p> : <LastResult last={last} page={page} />}
      {askedAt && (
        <div>
          <p role="status">{fill(texts.underWay, { when: format.dateTime(askedAt) })}</p>
          <RefreshWhileWaiting pause={PAUSE} />
        </div>
      )}
      {askedAt === null && mayVerify && <VerifyButton />}
    </section>
  );
}

function LastResult({ last, page: { words, newsroom, format, now } }: { last: Result; page: AuditPage }) {
  const texts = words.audit.verified;
  const { locale } = newsroom;
  const times = { when: format.dateTime(last.at), ago: format.since(last.at, now) };
  const extent = (
    <p className="text-muted">
      {fill(texts.extent, {
        events: plural(locale, texts.events, last.events),
        chains: plural(locale, texts.chains, last.chains),
        heads: plural(locale, texts.heads, last.heads),
      })}
    </p>
  );
  return (
    <>
      {last.found ? (
        <Message tone="error" title={fill(texts.altered, times)}>
          <Findings last={last} found={last.found} words={words} locale={locale} format={format} />
        </Message>
      ) : (
        <p className="flex gap-2 font-medium">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-true" />
          <span>{fill(texts.whole, times)}</span>
        </p>
      )}
      {extent}
      {last.heads === 0 && (
        <Message tone="warning">
          <p>{texts.noHeads}</p>
        </Message>
      )}
    </>
  );
}

type FindingsProps = {
  last: Result;
  found: NonNullable<Result["found"]>;
  words: AuditPage["words"];
  locale: string;
  format: AuditPage["format"];
};

/** What was found, how often, where first, and what to do. */
function Findings({ last, found: { kinds, first }, words, locale, format }: FindingsProps) {
  const texts = words.audit.verified;
  const { number } = format;
  return (
    <>
      <p>{plural(locale, texts.findings, last.findings)}</p>
      <ul className="list-disc ps-5">
        {FINDING_KINDS.map((kind) => ({ kind, count: kinds[kind] ?? 0 }))
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <li key={kind}>
              {texts.kinds[kind]}: {number(count)}
            </li>
          ))}
      </ul>
      <p className="font-medium">{texts.todo}</p>
      <p>{texts.first}</p>
      <ol className="list-decimal space-y-1 ps-5">
        {first.map((finding, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: heads that cannot be read are all alike
          <li key={at} className="wrap-anywhere">
            {texts.kinds[finding.kind]}
            <Place finding={finding} texts={texts} number={number} />
          </li>
        ))}
      </ol>
    </>
  );
}

type PlaceProps = {
  finding: FindingsProps["found"]["first"][number];
  texts: AuditPage["words"]["audit"]["verified"];
  number: AuditPage["format"]["number"];
};

/** Where it was found; of a head that cannot be read nobody knows whose it is. */
function Place({ finding: { chain, from, to, eventId }, texts, number }: PlaceProps) {
  if (chain === "?") return null;
  const links = from === to ? texts.link : texts.links;
  return (
    <span className="block text-muted">
      {from !== null && `${fill<string>(links, { from: number(from), to: number(to ?? from) })} · `}
      {chain === DESK_CHAIN ? (
        fill(texts.chain, { chain })
      ) : (
        <Link href={`/desk/audit?article=${chain}`} prefetch={false}>
          {fill(texts.chain, { chain })}
        </Link>
      )}
      {eventId !== null && ` · ${fill(texts.event, { event: eventId })}`}
    </span>
  );
}
