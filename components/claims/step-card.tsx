import { type ReactNode, useId } from "react";

/** A card beside the claim. */
export function StepCard({
  title,
  footer,
  children,
}: {
  title: string;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className="grid gap-3 rounded-lg border border-line bg-raised px-5 py-4"
    >
      <h3 id={titleId} className="text-lg font-semibold">
        {title}
      </h3>
      {children}
      {footer}
    </section>
  );
}
