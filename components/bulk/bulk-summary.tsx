import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import type { BulkItem } from "#lib/bulk/queries.ts";
import { type BulkAct, MOST_AT_ONCE } from "#lib/bulk/values.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { fill, plural } from "#lib/i18n/words.ts";

type Said = Pick<Conventions, "words" | "format" | "locale">;

type Items = { items: readonly BulkItem[] };

/** How many of the claims that were chosen will do, before anything is done. */
export function BulkSummary({
  act,
  items,
  left,
  words,
  format,
  locale,
}: { act: BulkAct; left: number } & Items & Said) {
  const texts = words.bulk;
  const { go, stay } = parted(items);
  const counts = {
    chosen: plural(locale, texts.chosen, items.length),
    go: plural(locale, texts.go[act], go.length),
    stay: plural(locale, texts.stay, stay.length),
  };
  return (
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
  );
}

/** What will become of each of them. */
export function BulkLists({ items, ...said }: Items & Said) {
  const texts = said.words.bulk;
  const { go, stay } = parted(items);
  return (
    <>
      {go.length > 0 && <Part title={texts.willGo} items={go} {...said} />}
      {stay.length > 0 && <Part title={texts.willStay} items={stay} {...said} />}
    </>
  );
}

const parted = (items: readonly BulkItem[]) => ({
  go: items.filter(({ refusal }) => refusal === null),
  stay: items.filter(({ refusal }) => refusal !== null),
});

function Part({ title, items, words, format }: { title: string } & Items & Said) {
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
