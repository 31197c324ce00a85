"use client";

import type { ReactNode } from "react";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { useFormState } from "#components/ui/form-context.tsx";

/** Fields few need, put away; in sight as soon as one of them has a problem. */
export function MoreFields({
  summary,
  names,
  open,
  children,
}: {
  summary: string;
  /** The fields inside. */
  names: readonly string[];
  open: boolean;
  children: ReactNode;
}) {
  const errors = useFormState()?.errors ?? {};
  return (
    <Disclosure summary={summary} open={open || names.some((name) => errors[name] !== undefined)}>
      <div className="grid gap-5">{children}</div>
    </Disclosure>
  );
}
