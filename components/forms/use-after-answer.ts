"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useEffectEvent, useState, useTransition } from "react";
import type { ActionState } from "#lib/action.ts";
import type { Reason } from "#lib/errors.ts";

type Answer = {
  state: ActionState;
  /** Whether the action failed without an answer. */
  failed: boolean;
  formRef: RefObject<HTMLFormElement | null>;
  messageId: string;
  /** Whether the form keeps what is in it after success. */
  keepsValues: () => boolean;
  /** Called when somebody else saved first. */
  onStale: () => void;
};

/** Somebody was faster: the page shows what there is now. */
const OVERTAKEN: ReadonlySet<Reason> = new Set(["stale_version", "newer_text"]);

/**
 * What happens once an action has answered: the form starts anew after success; after a refusal the focus goes to
 * the first field that needs it, or to the message. When somebody else saved first, the page fetches what they saved.
 */
export function useAfterAnswer({ state, failed, formRef, messageId, keepsValues, onStale }: Answer) {
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const [orphans, setOrphans] = useState<readonly string[]>([]);

  const answered = useEffectEvent((form: HTMLFormElement) => {
    setOrphans(state.status === "refused" ? problemsWithoutField(form, state.fields) : []);
    if (state.status === "done" && !keepsValues()) form.reset();
    if (state.status === "refused" || failed) {
      const field = form.querySelector<HTMLElement>("[aria-invalid=true]");
      (field ?? document.getElementById(messageId))?.focus();
    }
    if (state.status !== "refused" || !OVERTAKEN.has(state.reason)) return;
    if (state.reason === "stale_version") onStale();
    startRefresh(() => router.refresh());
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new answer counts, even one like the last
  useEffect(() => {
    if (formRef.current) answered(formRef.current);
  }, [state, failed, formRef]);

  return { isRefreshing, orphans };
}

function problemsWithoutField(form: HTMLFormElement, fields: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(fields).filter(
    (name) => form.querySelector(`[name="${CSS.escape(name)}"][aria-invalid=true]`) === null,
  );
  return names.map((name) => fields[name] ?? "");
}
