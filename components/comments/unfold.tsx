"use client";

import type { ReactNode, Ref } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** A small line that opens what belongs to a comment. Works without script; Escape closes it again. */
export function Unfold({
  summary,
  className,
  ref,
  children,
}: {
  summary: ReactNode;
  className?: string | undefined;
  ref?: Ref<HTMLDetailsElement>;
  children: ReactNode;
}) {
  return (
    <details
      ref={ref}
      className={classNames("min-w-0 open:basis-full", className)}
      onToggle={(event) => {
        if (event.currentTarget.open) event.currentTarget.querySelector("textarea")?.focus();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || !event.currentTarget.open) return;
        event.stopPropagation();
        event.currentTarget.open = false;
        event.currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary className="inline-flex min-h-6 cursor-pointer list-none items-center rounded-sm text-xs font-medium text-muted hover:text-ink hover:underline pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        {summary}
      </summary>
      {children}
    </details>
  );
}
