"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ComponentProps, createContext, type ReactElement, type ReactNode, use, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button, IconButton } from "./button.tsx";
import { classNames } from "./class-names.ts";

export type DialogProps = {
  /** The button that opens it. Leave it out when `open` is yours to set. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  children?: ReactNode;
};

const WIDTHS = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" } as const;

const CloseContext = createContext<() => void>(() => {});

export const CloseProvider = CloseContext.Provider;

/** Closes the dialog (or sheet) around this component: for a form's `onDone`. */
export const useCloseDialog = () => use(CloseContext);

/** A window over the page. Escape and the cross close it; the focus goes back to where it came from. */
export function Dialog({ trigger, title, description, size = "md", children, ...props }: DialogProps) {
  const [open, setOpen] = useOpen(props);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Viewport className="dialog-viewport">
          <Base.Popup className={classNames("dialog-popup p-5 sm:p-6", WIDTHS[size])}>
            <Base.Title className="pe-8 font-serif text-xl font-semibold text-balance">{title}</Base.Title>
            {description && (
              <Base.Description render={<div />} className="mt-1 text-pretty text-muted">
                {description}
              </Base.Description>
            )}
            <div className="pt-4">
              <CloseProvider value={() => setOpen(false)}>{children}</CloseProvider>
            </div>
            <CloseCross />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Open or not: the caller's to say, or its own. */
export function useOpen({ open, onOpenChange }: Pick<DialogProps, "open" | "onOpenChange">) {
  const [ownOpen, setOwnOpen] = useState(false);
  const setOpen = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  return [open ?? ownOpen, setOpen] as const;
}

/** Stands after the content, so that the focus begins with the first field. */
function CloseCross() {
  const words = useWords();
  return (
    <Base.Close
      render={
        <IconButton label={words.common.close} className="absolute end-3 top-3.5">
          <X aria-hidden className="size-4.5" />
        </IconButton>
      }
    />
  );
}

/** The button that leaves a dialog without doing anything. */
export function DialogClose({ children, ...props }: ComponentProps<typeof Button>) {
  const words = useWords();
  return (
    <Base.Close
      render={
        <Button variant="secondary" {...props}>
          {children ?? words.common.cancel}
        </Button>
      }
    />
  );
}
