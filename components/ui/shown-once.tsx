"use client";

import { useRef, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "./button.tsx";

type ShownOnceProps = {
  title: string;
  text: string;
  /** The name of the field the secret stands in. */
  label: string;
  secret: string;
  onDone: () => void;
};

/** A secret that is shown this once, to be copied. Without script it can be selected. */
export function ShownOnce({ title, text, label, secret, onDone }: ShownOnceProps) {
  const words = useWords().connections.secret;
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    field.current?.select();
    // Not there over plain http, and may be refused: then it is selected, to be copied by hand.
    await navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  return (
    <div role="status" className="rounded-md border border-mixed/35 bg-mixed-tint p-4">
      <h3 className="font-semibold">{title}</h3>
      <p className="mt-1 mb-3 text-pretty">{text}</p>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          readOnly
          aria-label={label}
          value={secret}
          dir="ltr"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="control min-w-0 flex-1 basis-64 font-mono text-sm"
        />
        <Button variant="primary" onClick={copy}>
          {isCopied ? words.copied : words.copy}
        </Button>
        <Button onClick={onDone}>{words.done}</Button>
      </div>
    </div>
  );
}
