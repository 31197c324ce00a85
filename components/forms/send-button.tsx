"use client";

import type { ComponentProps } from "react";
import { useModKey } from "#components/shortcuts/mod-key.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** The button of a form that Ctrl+Enter or Cmd+Enter sends too (ActionForm's `sendsByKeys`), with those keys. */
export function SendButton({ children, ...button }: ComponentProps<typeof SubmitButton>) {
  const mod = useModKey();
  return (
    <SubmitButton {...button} aria-keyshortcuts="Control+Enter Meta+Enter">
      {children}
      <span aria-hidden className="flex gap-0.5 opacity-75 noscript:hidden pointer-coarse:hidden">
        <Kbd>{mod}</Kbd>
        <Kbd>↵</Kbd>
      </span>
    </SubmitButton>
  );
}
