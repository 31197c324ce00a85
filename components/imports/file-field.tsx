"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Field, type FieldProps } from "#components/ui/field.tsx";

/** A file, chosen in the browser's own way or dropped on the field. `accept`: as the input's attribute. */
export function FileField({
  prompt,
  accept,
  onChoose,
  ...field
}: FieldProps & { prompt: string; accept: string; onChoose: (file: File | undefined) => void }) {
  const [isOver, setIsOver] = useState(false);
  const take = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    setIsOver(false);
    const input = event.currentTarget.querySelector("input");
    if (!input || event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    onChoose(input.files?.[0]);
  };
  return (
    <Field {...field}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input inside is the first
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={take}
          className={classNames(
            "flex flex-col items-center gap-3 rounded-lg border border-dashed px-5 py-10 text-center transition-colors",
            isOver ? "border-accent bg-accent-soft" : "border-control bg-raised",
          )}
        >
          <FileUp aria-hidden className="size-6 text-muted" />
          <p className="text-muted">{prompt}</p>
          <input
            {...control}
            type="file"
            accept={accept}
            onChange={({ currentTarget }) => onChoose(currentTarget.files?.[0])}
            className="max-w-full text-sm text-muted file:me-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-paper file:px-3.5 file:font-medium file:text-ink hover:file:bg-sunken pointer-coarse:file:min-h-11"
          />
        </div>
      )}
    </Field>
  );
}
