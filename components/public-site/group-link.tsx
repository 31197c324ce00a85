import Link from "next/link";
import type { Span } from "#lib/anchoring/spans.ts";
import { type Group, groupPath } from "#lib/publishing/values.ts";
import { MarkedText } from "./marked-text.tsx";

/** A topic's or claimant's name, leading to all that was checked under it. */
export function GroupLink({
  kind,
  name,
  slug,
  spans,
  lang,
}: Group & {
  name: string;
  spans?: readonly Span[] | undefined;
  /** Of the name, where it is not in the page's language. */
  lang?: string | undefined;
}) {
  return (
    <Link
      href={groupPath({ kind, slug })}
      className="decoration-line-strong underline-offset-3 hover:text-ink hover:underline wrap-anywhere"
      lang={lang}
      dir="auto"
    >
      <MarkedText text={name} spans={spans} />
    </Link>
  );
}
