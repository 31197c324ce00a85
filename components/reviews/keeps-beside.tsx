"use client";

import type { ReactNode } from "react";
import { keepBeside } from "./beside-list.ts";

/** Around a form after which a claim leaves the list and is to stay beside it. */
export function KeepsBeside({ children }: { children: ReactNode }) {
  return (
    <div className="contents" onSubmitCapture={keepBeside}>
      {children}
    </div>
  );
}
