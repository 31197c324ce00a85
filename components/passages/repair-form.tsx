"use client";

import type { ComponentProps } from "react";
import { SaidForm } from "#components/claims/said-form.tsx";
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
  const run = ({ repairedAt }: Repaired) => {
    const data = new FormData();
    data.set("passageId", passageId);
    data.set("repairedAt", repairedAt.toISOString());
    return undoRepairAction({ status: "idle" }, data);
  };
  return (
    <SaidForm {...form} undo={{ run, undone }}>
      <input type="hidden" name="passageId" value={passageId} />
      {children}
    </SaidForm>
  );
}
