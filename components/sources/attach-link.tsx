"use client";

import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button.tsx";

/** Leads to the form that attaches a source and puts the cursor into it; without script the form is only shown. */
export function AttachLink({ children }: { children: ReactNode }) {
  return (
    <LinkButton href="#attach" onClick={beginAttaching}>
      {children}
    </LinkButton>
  );
}

function beginAttaching(): void {
  const form = document.getElementById("attach")?.querySelector("details");
  if (!form) return;
  form.open = true;
  form.querySelector<HTMLElement>("input:not([type=hidden])")?.focus({ preventScroll: true });
}
