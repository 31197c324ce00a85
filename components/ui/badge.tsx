import type { ReactNode } from "react";

/** A small label on something: its kind, its topic. */
export function Chip({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-sm bg-chip px-1.5 py-0.5 text-xs font-medium text-muted">
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
