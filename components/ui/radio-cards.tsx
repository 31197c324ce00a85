"use client";

import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { FieldGroup, type FieldProps, splitField, useStartValue } from "./field.tsx";

export type Card = {
  value: string;
  label: string;
  description?: ReactNode;
  icon?: ReactNode;
  /** A colour by its `data-tone`. */
  tone?: string | undefined;
};

type RadioCardsProps = FieldProps & {
  options: readonly Card[];
  defaultValue?: string | undefined;
  /** `tiles`: icon over word, side by side; `rows`: one under the other, with a description. */
  layout?: "tiles" | "rows";
  disabled?: boolean;
};

/** One of a few, all in sight. */
export function RadioCards(props: RadioCardsProps) {
  const [field, { options, defaultValue, layout = "rows", disabled }] = splitField(props);
  const startValue = useStartValue(field.name, defaultValue);
  const tiles = layout === "tiles";
  return (
    <FieldGroup
      {...field}
      saved={defaultValue}
      savedText={options.find((option) => option.value === defaultValue)?.label}
    >
      {({ id, "aria-describedby": _, ...control }) => (
        <div className={tiles ? "grid grid-cols-[repeat(auto-fit,minmax(6rem,1fr))] gap-2" : "grid gap-2"}>
          {options.map((option, index) => (
            <label
              key={option.value}
              data-tone={option.tone}
              className={classNames(
                "radio-card",
                tiles ? "flex-col items-center px-1.5 text-center" : "items-start",
              )}
            >
              <input
                type="radio"
                {...control}
                id={index === 0 ? id : `${id}-${option.value}`}
                value={option.value}
                defaultChecked={option.value === startValue}
                disabled={disabled}
                className="sr-only"
              />
              {option.icon ?? (tiles ? null : <span aria-hidden className="radio-dot" />)}
              <span className="min-w-0">
                <span className="block font-medium wrap-break-word">{option.label}</span>
                {option.description && (
                  <span className="mt-0.5 block text-sm font-normal text-pretty text-muted">
                    {option.description}
                  </span>
                )}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
