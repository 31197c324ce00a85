"use client";

import { type ComponentProps, type MouseEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

export type Question = { title: string; text: string; confirm: string };

type AskFirstProps = {
  /** What to ask about the form as it is filled in; null sends it without asking. */
  question: (form: FormData) => Question | null;
} & Pick<ComponentProps<typeof SubmitButton>, "variant" | "children">;

/** A form's submit button that may ask first. Without JavaScript it sends at once. */
export function AskFirst({ question, variant, children }: AskFirstProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<Question | null>(null);
  const [open, setOpen] = useState(false);

  function ask(event: MouseEvent<HTMLButtonElement>) {
    const { form } = event.currentTarget;
    const next = form && question(new FormData(form));
    if (!next) return;
    event.preventDefault();
    setAsked(next);
    setOpen(true);
  }

  function confirm() {
    setOpen(false);
    button.current?.form?.requestSubmit(button.current);
  }

  return (
    <>
      <SubmitButton ref={button} {...(variant && { variant })} onClick={ask}>
        {children}
      </SubmitButton>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={asked?.title ?? ""}
        description={asked?.text}
        size="sm"
      >
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose />
          <Button variant={variant ?? "primary"} onClick={confirm}>
            {asked?.confirm}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
