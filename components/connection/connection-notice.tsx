"use client";

import { CloudOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useFootTaken } from "#components/ui/use-foot-taken.ts";
import { connectionIsLost, onConnection } from "./connection.ts";

/**
 * A quiet line over the page while the server cannot be reached. Nothing is lost by it, and it says so. Where there is
 * room, not over the bars on top of the page; toasts are shown above it.
 */
export function ConnectionNotice() {
  const words = useWords().common.connection;
  const isLost = useSyncExternalStore(onConnection, connectionIsLost, () => false);
  useFootTaken(isLost);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 top-16 z-60 flex justify-center desk:start-60 desk:top-auto desk:bottom-6 desk:justify-start print:hidden"
    >
      {isLost && (
        <p className="flex items-center gap-2 rounded-full border border-mixed/40 bg-raised px-4 py-1.5 text-sm shadow-lg">
          <CloudOff aria-hidden className="size-4 shrink-0 text-mixed" />
          {words.lost}
        </p>
      )}
    </div>
  );
}
