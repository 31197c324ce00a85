import Link from "next/link";
import type { Person } from "#lib/erasure/queries.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

/** What somebody sent, oldest first, with what was answered and what came of it. */
export function SentList({ tips, words, format }: { tips: Person["tips"]; words: Words; format: Format }) {
  const texts = words.people;
  return (
    <ol aria-labelledby="sent" className="divide-y divide-line border-y border-line">
      {tips.map(({ id, kind, words: said, link, claimantName, answer, createdAt, claim }) => (
        <li key={id} className="space-y-2 py-4">
          <p className="text-sm text-muted">
            {fill(texts.on, { kind: words.tips.kinds[kind], when: format.dateTime(createdAt) })}
            {claim && (
              <>
                {" · "}
                <Link href={`/desk/claims/${claim.id}`}>{fill(texts.claim, { number: claim.number })}</Link>
              </>
            )}
          </p>
          <p dir="auto" className="font-serif whitespace-pre-line wrap-anywhere">
            {said}
          </p>
          {claimantName !== null && (
            <p className="text-sm wrap-anywhere text-muted">
              {fill(texts.fields.said, { name: claimantName })}
            </p>
          )}
          {link !== null && (
            <p className="text-sm wrap-anywhere text-muted">
              {texts.fields.link}
              {words.common.colon}
              <bdi dir="ltr">{link}</bdi>
            </p>
          )}
          {answer !== null && (
            <div className="border-s-3 border-line-strong ps-3 text-sm">
              <p className="text-muted">{texts.fields.answer}</p>
              <p dir="auto" className="whitespace-pre-line wrap-anywhere">
                {answer}
              </p>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
