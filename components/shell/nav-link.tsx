"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** One line of the desk's navigation; knows whether it leads to the page one is on, or to the part of the desk it is in. */
export function NavLink({ href, exact, children }: { href: string; exact: boolean; children: ReactNode }) {
  const path = usePathname();
  const isHere = path === href;
  const isWithin = !exact && path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      onClick={closeMenu}
      aria-current={isHere ? "page" : isWithin ? "true" : undefined}
      className={classNames(
        "flex min-h-8.5 items-center gap-2.5 rounded-md px-2.5 no-underline transition-colors pointer-coarse:min-h-11",
        isHere || isWithin
          ? "bg-raised font-medium text-ink shadow-sm ring-1 ring-line forced-colors:outline-2"
          : "text-muted hover:bg-hover hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}

/** On phones the navigation is a popover, which a link inside it does not close by itself. */
function closeMenu(event: MouseEvent<HTMLElement>) {
  event.currentTarget.closest<HTMLElement>(":popover-open")?.hidePopover();
}
