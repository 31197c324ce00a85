import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";

export type ProblemProps = { title: string; text: string; children: ReactNode };

/** A page that could not be what was asked for: calm words, and a way on. */
export function ProblemPage(props: ProblemProps) {
  return (
    <div className="mx-auto flex min-h-[80dvh] max-w-lg flex-col justify-center px-6 py-16">
      <Problem {...props} />
    </div>
  );
}

/** The same inside a frame that a page has already. */
export function Problem({ title, text, children }: ProblemProps) {
  return (
    <>
      <Logo className="size-9" />
      <h1 className="mt-6 font-serif text-3xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-3 text-lg text-pretty text-muted">{text}</p>
      <div className="mt-8 flex flex-wrap items-center gap-3">{children}</div>
    </>
  );
}
