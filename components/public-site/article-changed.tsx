import { History } from "lucide-react";
import type { ReactNode } from "react";

/** Tells readers that an article changed after it was checked. */
export function ArticleChanged({ children }: { children: ReactNode }) {
  return (
    <div
      role="note"
      className="flex gap-2.5 rounded-md border border-mixed/35 bg-mixed-tint/60 px-4 py-2.5 text-[0.9375rem] text-pretty"
    >
      <History aria-hidden className="mt-0.75 size-4 shrink-0 text-mixed" />
      <p className="min-w-0">{children}</p>
    </div>
  );
}
