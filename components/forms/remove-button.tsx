"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { ActionState } from "#lib/action.ts";
import { fill } from "#lib/i18n/words.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";

type RemoveButtonProps = {
  /** `{name}` in the first two is what is removed. */
  texts: Record<"removeNamed" | "removeTitle" | "removeText" | "remove" | "removed", string>;
  name: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** The hidden input that says which. */
  children: ReactNode;
};

/** Takes one of a list away, after asking, and says that it is gone. */
export function RemoveButton({ texts, name, action, children }: RemoveButtonProps) {
  const toast = useToast();
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={fill(texts.removeNamed, { name })}>
          {texts.remove}
        </Button>
      }
      title={fill(texts.removeTitle, { name })}
      description={texts.removeText}
      confirmLabel={texts.remove}
      danger
      action={action}
      onDone={() => toast({ title: texts.removed })}
    >
      {children}
    </ConfirmDialog>
  );
}
