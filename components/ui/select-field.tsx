"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { Field, type FieldProps, splitField, useStartValue } from "./field.tsx";

export type Choice = { value: string; label: string };

type Own = FieldProps & { options: readonly Choice[]; defaultValue?: string | undefined };
type SelectFieldProps = Own & Omit<ComponentProps<"select">, keyof Own | "id" | "children">;

/** One of a list. The browser's own: the best there is on phones. */
export function SelectField(props: SelectFieldProps) {
  const [field, { options, defaultValue, ...select }] = splitField(props);
  const startValue = useStartValue(field.name, defaultValue);
  return (
    <Field
      {...field}
      saved={defaultValue}
      savedText={options.find((option) => option.value === defaultValue)?.label}
    >
      {(control) => (
        <div className="relative">
          {/* Keyed: React sets a select's default only when it is made, and a form reset goes back to it. */}
          <select
            key={startValue}
            {...select}
            {...control}
            defaultValue={startValue}
            className="control appearance-none pe-9"
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4 text-muted"
          />
        </div>
      )}
    </Field>
  );
}
