import { type ReactNode, useId } from "react";

/** One titled part of a claim's page. */
export function ClaimSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className="scroll-mt-20">
      <h3 id={titleId} className="mb-3 font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}
