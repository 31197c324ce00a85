"use client";

import { classNames } from "./class-names.ts";
import { FieldGroup, type FieldProps, splitField } from "./field.tsx";
import { useFormState } from "./form-context.tsx";

type Tick = {
  /** Of the box: sent as `yes` when it is ticked. */
  name: string;
  label: string;
  hint?: string;
  /** Of the label, where it is another than the page's. */
  lang?: string;
  isTicked?: boolean;
};

type TickBoxesProps = FieldProps & {
  ticks: readonly Tick[];
  /** `columns`: two beside each other; `row`: as many as there is room for. */
  layout?: "columns" | "row";
};

/** Any number of a few, all in sight. `name`: what their error is found by. */
export function TickBoxes(props: TickBoxesProps) {
  const [field, { ticks, layout = "columns" }] = splitField(props);
  return (
    <FieldGroup {...field}>
      {() => (
        <div className={classNames("gap-x-6", layout === "row" ? "flex flex-wrap" : "grid sm:grid-cols-2")}>
          {ticks.map((tick) => (
            <TickBox key={tick.name} {...tick} />
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

/** One box by itself, whose label says all there is to say. */
export function TickBox({ name, label, hint, lang, isTicked = false }: Tick) {
  const posted = useFormState()?.posted ?? {};
  // What came back without JavaScript is the whole form: a box that is not among it was not ticked.
  const cameBack = Object.keys(posted).length > 0;
  return (
    <label className="flex min-h-10 items-start gap-2.5 py-2 pointer-coarse:min-h-11 pointer-coarse:py-2.5">
      <input
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={cameBack ? posted[name] === "yes" : isTicked}
        className="mt-0.75 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0 wrap-break-word">
        <span lang={lang} className={hint === undefined ? undefined : "font-medium"}>
          {label}
        </span>
        {hint && <span className="block text-sm text-pretty text-muted">{hint}</span>}
      </span>
    </label>
  );
}
