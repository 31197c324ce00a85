"use client";

import type { ComponentProps, ReactNode } from "react";
import { CharacterCount } from "./character-count.tsx";
import { classNames } from "./class-names.ts";
import { Field, type FieldProps, splitField, useStartValue } from "./field.tsx";

type Own = FieldProps & {
  /** In UTF-16 code units: shows a count when it comes near. */
  limit?: number | undefined;
  defaultValue?: string | undefined;
};

/** `below`: what opens right under the line, over what follows; null while nothing is open. */
type Below = { below?: ReactNode };

export type TextFieldProps = Own & Below & Omit<ComponentProps<"input">, keyof Own | "id" | "maxLength">;

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const [field, { limit, defaultValue, below, ...input }] = splitField(props);
  const startValue = useStartValue(field.name, defaultValue);
  return (
    <Field {...field} saved={input.type === "password" ? undefined : (defaultValue ?? "")}>
      {(control) => (
        <>
          <div className="relative">
            <input type="text" {...input} {...control} defaultValue={startValue} className="control" />
            {below}
          </div>
          {limit !== undefined && <CharacterCount controlId={control.id} limit={limit} />}
        </>
      )}
    </Field>
  );
}

/** A calendar day, `YYYY-MM-DD`. */
export function DateField({ className, ...props }: Omit<TextFieldProps, "type" | "limit">) {
  return <TextField {...props} type="date" className={classNames("max-w-52", className)} />;
}

export type TextAreaProps = Own & Omit<ComponentProps<"textarea">, keyof Own | "id" | "maxLength">;

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const [field, { limit, defaultValue, rows = 3, ...area }] = splitField(props);
  const startValue = useStartValue(field.name, defaultValue);
  return (
    <Field {...field} saved={defaultValue ?? ""}>
      {(control) => (
        <>
          <textarea
            {...area}
            {...control}
            rows={rows}
            defaultValue={startValue}
            className="control max-h-[70dvh] py-2 leading-normal field-sizing-content"
            style={{ minHeight: `calc(${rows} * 1lh + 1.125rem)` }}
          />
          {limit !== undefined && <CharacterCount controlId={control.id} limit={limit} />}
        </>
      )}
    </Field>
  );
}
