import Link from "next/link";
import type { Words } from "#lib/i18n/words.ts";
import type { CorrectionListItem } from "#lib/publishing/queries.ts";

type Props = { item: Pick<CorrectionListItem, "slug" | "type" | "statement">; words: Words };

/** The claim a correction is of, leading to its page. Of one that was withdrawn, at this change or later, only that. */
export function CorrectedClaim({ item: { slug, type, statement }, words }: Props) {
  const { withdrawn, withdrawnLater } = words.publicSite.corrections;
  return (
    <Link href={`/claims/${slug}`} className="hover:underline">
      {statement ?? (type === "withdrawn" ? withdrawn : withdrawnLater)}
    </Link>
  );
}
