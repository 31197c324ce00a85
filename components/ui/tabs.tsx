import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TabLink = { href: string; label: string; count?: ReactNode; current: boolean };

/**
 * Views of one page, as links: each has an address, and they work without JavaScript. A row on narrow screens, which
 * scrolls; on wide ones as many rows as it takes, so that none is out of sight. They are not asked for ahead:
 * Next knows the page by its other views and would wait for what it asked ahead, for ever if no answer comes.
 */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="scroll-x-quiet">
      <ul className="flex w-max gap-1 px-0.5 py-1 wide:w-auto wide:flex-wrap wide:gap-x-0.5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.current ? "page" : undefined}
              className={classNames(
                "flex min-h-7.5 items-center gap-1.5 rounded-full px-3 wide:px-2 text-sm font-medium whitespace-nowrap no-underline transition-colors pointer-coarse:min-h-11",
                tab.current
                  ? // Where the row is longer than the screen, it begins where one is.
                    "bg-ink text-paper [scroll-initial-target:nearest] forced-colors:outline-2"
                  : "text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className={classNames("tabular-nums", tab.current ? "text-paper/80" : "text-faint")}>
                  {tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
