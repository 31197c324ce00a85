import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

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
      <summary className="inline-flex min-h-7 cursor-pointer list-none items-center gap-1.5 rounded-sm font-medium text-muted hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
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
