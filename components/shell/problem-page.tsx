import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";

/** A page that could not be what was asked for: calm words, and a way on. */
export function ProblemPage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-[80dvh] max-w-lg flex-col justify-center px-6 py-16">
      <Logo className="size-9" />
      <h1 className="mt-6 font-serif text-3xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-3 text-lg text-pretty text-muted">{text}</p>
      <div className="mt-8 flex flex-wrap items-center gap-3">{children}</div>
    </div>
  );
}
