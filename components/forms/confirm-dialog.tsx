"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { useOpen } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ActionState } from "#lib/action.ts";
import { ActionForm } from "./action-form.tsx";

type ConfirmDialogProps = {
  /** The button that asks. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  onDone?: () => void;
  /** Hidden inputs, and fields such as a reason. */
  children?: ReactNode;
};

/** Asks before something that cannot be undone. Nothing closes it by accident; the refusal stands in it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, description, confirmLabel, danger = false, action, onDone, children } = props;
  const words = useWords();
  const [open, setOpen] = useOpen(props);
  const done = () => {
    setOpen(false);
    onDone?.();
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      {trigger && <AlertDialog.Trigger render={trigger} />}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Viewport className="dialog-viewport">
          <AlertDialog.Popup className="dialog-popup max-w-md p-5 sm:p-6">
            <AlertDialog.Title className="font-serif text-xl font-semibold text-balance">
              {title}
            </AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="mt-2 mb-5 text-pretty text-muted">
              {description}
            </AlertDialog.Description>
            <ActionForm action={action} onDone={done} className="space-y-5">
              {children}
              <div className="flex flex-wrap justify-end gap-2">
                <AlertDialog.Close render={<Button>{words.common.cancel}</Button>} />
                <SubmitButton variant={danger ? "danger" : "primary"}>{confirmLabel}</SubmitButton>
              </div>
            </ActionForm>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
