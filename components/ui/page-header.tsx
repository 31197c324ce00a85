import Link from "next/link";
import type { ReactNode } from "react";

type Crumb = { href: string; label: string };

/** The bar on top of a desk page: where one is, its title, what can be done. Stays in sight on wide screens. */
export function PageHeader({
  title,
  crumbs = [],
  meta,
  actions,
}: {
  title: string;
  crumbs?: readonly Crumb[];
  /** Facts beside the actions: a count, a note. */
  meta?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-paper px-4 py-2.5 desk:sticky desk:top-0 desk:z-20 desk:px-7 print:static print:border-0 print:px-0">
      <div className="flex min-w-0 flex-auto flex-wrap items-baseline gap-x-2 desk:flex-1 desk:basis-60">
        {crumbs.map(({ href, label }) => (
          <span key={href} className="flex min-w-0 max-w-full items-baseline gap-x-2 text-muted print:hidden">
            <Link
              href={href}
              title={label}
              className="max-w-64 truncate rounded-sm no-underline hover:text-ink hover:underline pointer-coarse:-my-3 pointer-coarse:py-3"
            >
              {label}
            </Link>
            <span aria-hidden className="text-faint">
              /
            </span>
          </span>
        ))}
        <h1 className="min-w-0 max-w-full text-lg font-semibold tracking-tight desk:truncate" title={title}>
          {title}
        </h1>
      </div>
      {meta && <div className="flex items-center gap-3 text-sm text-muted tabular-nums">{meta}</div>}
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  );
}
