import { Unlink } from "lucide-react";
import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import { plural } from "#lib/i18n/words.ts";

/** An editor's task on "My work": published claims whose article changed under them. Nothing when there are none. */
export function RepairTask({
  count,
  words,
  format,
  locale,
}: { count: number } & Pick<Conventions, "words" | "format" | "locale">) {
  const texts = words.claims.work;
  if (count === 0) return null;
  return (
    <section>
      <h2 className="mb-3 font-semibold">{texts.repairs}</h2>
      <Link
        href="/desk/repairs"
        className="flex items-center gap-4 rounded-lg border border-mixed/40 bg-mixed-tint/60 px-4 py-3 no-underline transition-colors hover:border-mixed"
      >
        <Unlink aria-hidden className="size-5 shrink-0 text-mixed" />
        <span className="font-serif text-2xl font-semibold tabular-nums">{format.number(count)}</span>
        <span className="text-pretty">{plural(locale, texts.repairsPublished, count)}</span>
      </Link>
    </section>
  );
}
