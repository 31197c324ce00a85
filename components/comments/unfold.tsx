"use client";

import { type KeyboardEvent, type ReactNode, type Ref, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";

/**
 * A small line that opens what belongs to a comment. Works without script; Escape closes it again. Of those with the
 * same `group` one is open at a time. `closeLabel`: what the line says while it is open, at the end of what it opened.
 */
export function Unfold({
  summary,
  closeLabel,
  group,
  className,
  ref,
  children,
}: {
  summary: ReactNode;
  closeLabel?: string | undefined;
  group?: string | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLDetailsElement>;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const isCancel = isOpen && closeLabel !== undefined;
  return (
    <details
      ref={ref}
      name={group}
      className={classNames("relative min-w-0 open:basis-full", className)}
      onToggle={(event) => {
        if (event.target !== event.currentTarget) return;
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open) event.currentTarget.querySelector("textarea")?.focus();
      }}
      onKeyDown={closeAtEscape}
    >
      <summary
        className={classNames(
          "inline-flex min-h-6 cursor-pointer list-none items-center rounded-sm text-xs font-medium text-muted hover:text-ink hover:underline pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden",
          isCancel && "absolute end-0 bottom-0 min-h-7.5 px-1 pointer-coarse:min-h-11",
        )}
      >
        {isCancel ? closeLabel : summary}
      </summary>
      {children}
    </details>
  );
}

function closeAtEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== "Escape" || event.defaultPrevented || !event.currentTarget.open) return;
  event.stopPropagation();
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary")?.focus();
}
