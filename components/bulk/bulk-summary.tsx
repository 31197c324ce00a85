import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import type { BulkItem } from "#lib/bulk/queries.ts";
import { type BulkAct, MOST_AT_ONCE } from "#lib/bulk/values.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { fill, plural } from "#lib/i18n/words.ts";

type Said = Pick<Conventions, "words" | "format" | "locale">;

/** What will become of each claim that was chosen, before anything is done. */
export function BulkSummary({
  act,
  items,
  left,
  words,
  format,
  locale,
}: { act: BulkAct; items: readonly BulkItem[]; left: number } & Said) {
  const texts = words.bulk;
  const go = items.filter(({ refusal }) => refusal === null);
  const stay = items.filter(({ refusal }) => refusal !== null);
  const counts = {
    chosen: plural(locale, texts.chosen, items.length),
    go: plural(locale, texts.go[act], go.length),
    stay: plural(locale, texts.stay, stay.length),
  };
  return (
    <>
      <div className="grid gap-2">
        <p className="text-lg text-pretty">
          {stay.length === 0 ? fill(texts.summary, counts) : fill(texts.summaryBoth, counts)}
        </p>
        {left > 0 && (
          <p className="text-muted">
            {plural(locale, texts.left, left).replace("{most}", format.number(MOST_AT_ONCE))}
          </p>
        )}
        {act === "publish" && <p className="text-pretty text-muted">{texts.publishHint}</p>}
      </div>
      {go.length > 0 && (
        <Part title={texts.willGo} items={go} words={words} format={format} locale={locale} />
      )}
      {stay.length > 0 && (
        <Part title={texts.willStay} items={stay} words={words} format={format} locale={locale} />
      )}
    </>
  );
}

function Part({ title, items, words, format }: { title: string; items: readonly BulkItem[] } & Said) {
  return (
    <section>
      <h2 className="mb-1 font-semibold">{title}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {items.map(({ claimId, statement, articleTitle, refusal }) => (
          <li key={claimId} className="grid gap-0.5 py-2.5">
            <Link
              href={`/desk/claims/${claimId}`}
              className="font-serif text-pretty no-underline wrap-anywhere hover:underline"
              dir="auto"
            >
              {statement}
            </Link>
            {refusal ? (
              <span className="text-sm text-pretty">{sentenceOf(refusal, words, format)}</span>
            ) : (
              <span className="text-sm text-muted wrap-anywhere" dir="auto">
                {articleTitle}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
