"use client";

import type { ComponentProps } from "react";
import { SaidForm } from "#components/claims/said-form.tsx";
import type { Call } from "#components/forms/call.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { undoRepairAction } from "#lib/passages/actions.ts";

type Repaired = { repairedAt: Date };

/** Says something of a passage; the toast offers to take it back. */
export function RepairForm({
  passageId,
  children,
  ...form
}: { passageId: string } & Omit<ComponentProps<typeof SaidForm<Repaired>>, "undo">) {
  const { undone } = useWords().passages.actions;
  const run = (call: Call, { repairedAt }: Repaired) =>
    call(undoRepairAction, { passageId, repairedAt: repairedAt.toISOString() });
  return (
    <SaidForm {...form} undo={{ run, undone }}>
      <input type="hidden" name="passageId" value={passageId} />
      {children}
    </SaidForm>
  );
}
