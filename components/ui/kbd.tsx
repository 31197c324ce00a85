import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-sm border border-b-2 border-current/25 px-1.5 py-0.5 text-center font-sans text-[0.6875rem] leading-none font-medium">
      {children}
    </kbd>
  );
}
