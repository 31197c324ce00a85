"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";

/** A small window beside its button, for something to read or a short form. */
export function Popover({
  trigger,
  title,
  align = "center",
  children,
}: {
  trigger: ReactElement;
  title?: string;
  align?: "start" | "center" | "end";
  children: ReactNode;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={8} align={align} className="z-50">
          <Base.Popup className="popup w-80 max-w-(--available-width) p-4">
            {title && <Base.Title className="mb-1.5 font-semibold">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
