"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";

/** Milliseconds. Longer when something can be undone: it takes time to read and to reach. */
const SHORT = 5_000;
const LONG = 10_000;

/** How many are seen at once: of several actions in a row the last are those one may want back. */
const SEEN = 2;

/** The place where toasts appear. F6 jumps there; they wait while the pointer or the focus is on them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const words = useWords();
  return (
    <Base.Provider timeout={SHORT} limit={SEEN}>
      {children}
      <Base.Portal>
        <Base.Viewport aria-label={words.common.notes} className="toasts">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts() {
  const words = useWords();
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} swipeDirection={["up", "down", "right"]} className="toast">
      <Base.Content className="flex items-center gap-3 py-1.5 ps-4 pe-2">
        <div className="min-w-0 flex-1 py-1.5 text-pretty">
          <Base.Title render={<p />} className="font-medium" />
          <Base.Description className="text-sm opacity-85" />
        </div>
        <Base.Action className="toast-action" />
        <Base.Close aria-label={words.common.close} className="toast-close">
          <X aria-hidden className="size-4" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}

export type ToastOptions = {
  title: string;
  description?: string;
  /** Takes back what was just done. */
  onUndo?: () => void;
};

/** Shows a short note that goes away by itself, with the way back where there is one. */
export function useToast(): (toast: ToastOptions) => void {
  const words = useWords();
  const { add, close } = Base.useToastManager();
  return useCallback(
    ({ title, description, onUndo }) => {
      const id = add({
        title,
        description,
        timeout: onUndo ? LONG : SHORT,
        ...(onUndo && {
          actionProps: {
            children: words.common.undo,
            onClick: () => {
              close(id);
              onUndo();
            },
          },
        }),
      });
    },
    [add, close, words],
  );
}
