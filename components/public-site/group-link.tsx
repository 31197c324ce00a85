import Link from "next/link";
import { type GroupKind, groupPath } from "#lib/publishing/values.ts";

/** A topic's or claimant's name, leading to all that was checked under it. */
export function GroupLink({ kind, name, slug }: { kind: GroupKind; name: string; slug: string }) {
  return (
    <Link
      href={groupPath({ kind, slug })}
      className="decoration-line-strong underline-offset-3 hover:text-ink hover:underline wrap-anywhere"
      dir="auto"
    >
      {name}
    </Link>
  );
}
