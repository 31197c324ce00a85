"use client";

import { Drawer } from "@base-ui/react/drawer";
import { X } from "lucide-react";
import type { Ref } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { IconButton } from "./button.tsx";
import { CloseProvider, type DialogProps, useOpen } from "./dialog.tsx";

/** A window that comes up from the bottom of a phone's screen; a swipe down, Escape and the cross close it. */
export function Sheet({
  trigger,
  title,
  description,
  children,
  returnsFocus = () => true,
  ref,
  ...props
}: Omit<DialogProps, "size"> & {
  /** Asked when it closes: whether the focus goes back to where it was. */
  returnsFocus?: () => boolean;
  ref?: Ref<HTMLDivElement>;
}) {
  const words = useWords();
  const [open, setOpen] = useOpen(props);
  return (
    <Drawer.Root open={open} onOpenChange={setOpen} swipeDirection="down">
      {trigger && <Drawer.Trigger render={trigger} />}
      <Drawer.Portal>
        <Drawer.Backdrop className="dialog-backdrop" />
        <Drawer.Viewport className="sheet-viewport fixed inset-0 z-50 flex items-end justify-center">
          <Drawer.Popup ref={ref} className="sheet-popup" finalFocus={returnsFocus}>
            <div aria-hidden className="mx-auto mt-2.5 h-1 w-10 shrink-0 rounded-full bg-line-strong" />
            <Drawer.Title className="px-5 pe-14 pt-3 pb-1 font-serif text-xl font-semibold text-balance">
              {title}
            </Drawer.Title>
            <Drawer.Content className="overflow-y-auto overscroll-contain px-5 pt-2 pb-[max(1.25rem,env(safe-area-inset-bottom))]">
              {description && (
                <Drawer.Description render={<div />} className="mb-4 text-pretty text-muted">
                  {description}
                </Drawer.Description>
              )}
              <CloseProvider value={() => setOpen(false)}>{children}</CloseProvider>
            </Drawer.Content>
            <Drawer.Close
              render={
                <IconButton label={words.common.close} className="absolute end-3 top-4">
                  <X aria-hidden className="size-4.5" />
                </IconButton>
              }
            />
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
