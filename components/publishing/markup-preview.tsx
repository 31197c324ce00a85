import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { loadMarkup } from "#lib/publishing/loaders.ts";
import { type Ineligible, whyNoClaimReview } from "#lib/publishing/rules.ts";

type Props = {
  claim: ClaimDetail;
  /** Null while the claim's page has none. */
  markup: Awaited<ReturnType<typeof loadMarkup>>;
  newsroom: { name: string };
  words: Words;
};

/** Whether machines get ClaimReview of the claim, why not, and what they get. */
export function MarkupPreview({ claim, markup, newsroom, words }: Props) {
  const texts = words.markup;
  if (markup === null) {
    const reason = whyNot(claim, newsroom);
    return (
      <p className="max-w-[68ch] text-pretty">
        {reason ? fill(texts.none, { reason: words.publicSite.claimReview[reason] }) : texts.willBe}
      </p>
    );
  }
  return (
    <div className="grid max-w-[68ch] grid-cols-1 gap-2">
      <p>{texts.ready}</p>
      {markup.missing.length > 0 && (
        <div>
          <p>{texts.missing}</p>
          <ul className="list-disc ps-5">
            {markup.missing.map((key) => (
              <li key={key}>{texts.shortcomings[key]}</li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary className="min-h-6 cursor-pointer font-medium pointer-coarse:min-h-11">{texts.show}</summary>
        <pre
          dir="ltr"
          className="mt-2 max-h-96 overflow-auto rounded-md border border-line bg-sunken p-3 font-mono text-xs"
        >
          <code>{markup.json}</code>
        </pre>
      </details>
    </div>
  );
}

function whyNot({ state, article, claimant }: ClaimDetail, newsroom: { name: string }): Ineligible | null {
  if (state === "withdrawn") return "withdrawn";
  return whyNoClaimReview({ origin: article.origin, claimantName: claimant?.name ?? null }, newsroom.name);
}
