import Link from "next/link";
import type { PublishedClaim } from "#lib/publishing/schema.ts";

type Props = { claim: PublishedClaim; slug: string };

/** The claim's words marked among the sentences around them, once for each place they stand. */
export function InContext({ claim, slug }: Props) {
  const { article, rating } = claim;
  return (
    <div className="grid gap-4">
      {claim.passages.map((passage) => (
        <blockquote
          key={`${passage.revision}:${passage.start}`}
          lang={article.language}
          dir={article.direction}
          className="border-s-3 border-line-strong ps-5 font-serif text-lg/relaxed whitespace-pre-line text-muted wrap-anywhere"
        >
          {passage.before}
          <mark data-tone={rating.tone} className="text-ink">
            {passage.quote}
          </mark>
          {passage.after}
          <footer className="mt-2 font-sans text-sm whitespace-normal">
            <Link href={`/articles/${article.slug}#${slug}`} className="underline">
              {article.title}
            </Link>
            {article.publisher && `, ${article.publisher}`}
          </footer>
        </blockquote>
      ))}
    </div>
  );
}
