import Link from "next/link";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { withTextFragment } from "#lib/anchoring/fragments/text-fragment.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { PublishedClaim } from "#lib/publishing/schema.ts";
import { GroupLink } from "./group-link.tsx";

type Props = {
  claim: PublishedClaim;
  words: Words;
  format: Format;
  /** The language of what the desk wrote, where it is not the page's. */
  deskLang: string | undefined;
};

/** Who said it, where and when, and the way to its place in the article. */
export function SaidBy({ claim, words, format, deskLang }: Props) {
  const texts = words.publicSite.claim;
  const { article } = claim;
  // Where the browser can, the original opens at the claim's words.
  const fragment = claim.passages.find(({ isGone }) => !isGone)?.fragment ?? null;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-[0.90625rem] text-muted">
      <span className="wrap-anywhere" dir="auto">
        {claim.claimant ? (
          <GroupLink kind="claimant" name={claim.claimant.name} slug={claim.claimant.slug} />
        ) : (
          <>
            {texts.statedIn}{" "}
            <cite className="not-italic" lang={article.language}>
              {article.title}
            </cite>
          </>
        )}
        {claim.saidWhere && (
          <>
            {words.common.comma}
            <span lang={deskLang}>{claim.saidWhere}</span>
          </>
        )}
        {claim.saidOn && words.common.comma + fill(texts.saidOn, { day: format.day(claim.saidOn) })}
      </span>
      <Link href={`/articles/${article.slug}`} className="underline">
        {texts.seeInPlace}
      </Link>
      {article.sourceUrl && (
        <OutsideLink
          href={withTextFragment(article.sourceUrl, fragment)}
          rel="noopener nofollow"
          className="underline"
        >
          {texts.original}
        </OutsideLink>
      )}
    </p>
  );
}
