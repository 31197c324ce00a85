"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ComponentProps, type ReactNode, useEffect } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { IconButton } from "./button.tsx";

/** A window beside what it is about, which stays in reach. Escape and the cross close it. */
export function PanelBeside({
  title,
  finalFocus,
  stays = false,
  onClose,
  children,
}: {
  title: string;
  /** It stays also while somebody presses or selects outside it. */
  stays?: boolean;
  onClose: () => void;
  children: ReactNode;
} & Pick<ComponentProps<typeof Dialog.Popup>, "finalFocus">) {
  const words = useWords().common;
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.panelBeside = "";
    return () => {
      delete dataset.panelBeside;
    };
  }, []);
  return (
    <Dialog.Root
      open
      modal={false}
      disablePointerDismissal={stays}
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Dialog.Portal>
        <Dialog.Popup className="sentence-panel" finalFocus={finalFocus}>
          <div className="mb-2 flex items-center justify-between">
            <Dialog.Title className="font-serif text-xl font-semibold">{title}</Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={words.close} className="-me-2">
                  <X aria-hidden className="size-4.5" />
                </IconButton>
              }
            />
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
