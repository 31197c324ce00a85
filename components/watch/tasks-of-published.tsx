import { FileWarning } from "lucide-react";
import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import { plural } from "#lib/i18n/words.ts";

/** An editor's task on "My work": cited pages of published claims that are not what they were. Nothing without any. */
export function TasksOfPublished({
  count,
  words,
  format,
  locale,
}: { count: number } & Pick<Conventions, "words" | "format" | "locale">) {
  const texts = words.watch.task;
  if (count === 0) return null;
  return (
    <section>
      <h2 className="mb-3 font-semibold">{texts.title}</h2>
      <Link
        href="/desk/source-tasks?claims=published"
        className="flex items-center gap-4 rounded-lg border border-mixed/40 bg-mixed-tint/60 px-4 py-3 no-underline transition-colors hover:border-mixed"
      >
        <FileWarning aria-hidden className="size-5 shrink-0 text-mixed" />
        <span className="font-serif text-2xl font-semibold tabular-nums">{format.number(count)}</span>
        <span className="text-pretty">{plural(locale, texts.published, count)}</span>
      </Link>
    </section>
  );
}
