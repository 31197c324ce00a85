import Link from "next/link";
import type { ReactNode } from "react";
import type { Format } from "#lib/i18n/format.ts";

/** An editor's task on "My work": how many published claims wait for it. Nothing when there are none. */
export function EditorTask({
  title,
  href,
  icon,
  count,
  text,
  format,
}: {
  title: string;
  href: string;
  icon: ReactNode;
  count: number;
  text: string;
  format: Format;
}) {
  if (count === 0) return null;
  return (
    <section>
      <h2 className="mb-3 font-semibold">{title}</h2>
      <Link
        href={href}
        className="flex items-center gap-4 rounded-lg border border-mixed/40 bg-mixed-tint/60 px-4 py-3 no-underline transition-colors hover:border-mixed"
      >
        <span aria-hidden className="shrink-0 text-mixed [&>svg]:size-5">
          {icon}
        </span>
        <span className="font-serif text-2xl font-semibold tabular-nums">{format.number(count)}</span>
        <span className="text-pretty">{text}</span>
      </Link>
    </section>
  );
}
