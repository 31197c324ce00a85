import type { ReactNode } from "react";

/** The page around a form for readers, or around what is said once it was sent. */
export function FormPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-[42rem]">
      <h1 className="mt-8 font-serif text-4xl/tight font-semibold tracking-tight text-balance">{title}</h1>
      {lead && <div className="mt-4 grid gap-3 text-pretty text-muted">{lead}</div>}
      <div className="mt-8 grid gap-5">{children}</div>
    </div>
  );
}
