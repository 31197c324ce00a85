"use client";

import { MessageSquare } from "lucide-react";
import Link from "next/link";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import { useCommentCount } from "./comment-counts.tsx";
import { UnreadDot } from "./unread-dot.tsx";

/** On a claim's card: how many comments it has and whether some are new; leads to them. Nothing when there are none. */
export function ClaimCommentsLink({ claim }: { claim: { id: string; number: number } }) {
  const words = useWords();
  const locale = useLocale();
  const known = useCommentCount(claim.id);
  if (!known || known.count === 0) return null;
  const count = plural(locale, words.comments.count, known.count);
  return (
    <Link
      href={`/desk/claims/${claim.id}#comments`}
      prefetch={false}
      aria-label={[
        `${fill(words.common.claimNumber, { number: claim.number })}${words.common.colon}${count}`,
        ...(known.unread > 0 ? [plural(locale, words.comments.unread, known.unread)] : []),
      ].join(words.common.comma)}
      title={count}
      className="inline-flex min-h-6 min-w-6 items-center gap-1 rounded-sm tabular-nums no-underline hover:text-ink hover:underline"
    >
      <MessageSquare aria-hidden className="size-3.5" />
      {known.count}
      {known.unread > 0 && <UnreadDot />}
    </Link>
  );
}
