import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { LINE } from "./button-style.ts";
import { classNames } from "./class-names.ts";

/** Something that can be opened and closed. Works without JavaScript. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open}>
      <summary className={classNames(LINE, "list-none [&::-webkit-details-marker]:hidden")}>
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform [[open]>summary>&]:rotate-90 rtl:-scale-x-100"
        />
        {summary}
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  );
}
