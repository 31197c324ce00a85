"use client";

import { useId, useRef, useState } from "react";
import { Button } from "./button.tsx";

type CopyFieldProps = { label: string; value: string; copy: string; copied: string };

/** Something to take elsewhere, with a button that copies it. Without script it is selected and copied by hand. */
export function CopyField({ label, value, copy, copied }: CopyFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);

  async function take() {
    field.current?.select();
    // Outside https browsers have no clipboard: then what is selected is copied by hand.
    await navigator.clipboard?.writeText(value).then(
      () => setIsCopied(true),
      () => undefined,
    );
  }

  return (
    <div className="flex min-w-0 items-center gap-2">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        ref={field}
        id={id}
        readOnly
        dir="ltr"
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        className="control min-w-0 flex-1 font-mono text-sm"
      />
      <Button size="sm" onClick={take}>
        {copy}
      </Button>
      <span role="status" className={isCopied ? "text-sm text-muted" : "sr-only"}>
        {isCopied && copied}
      </span>
    </div>
  );
}
