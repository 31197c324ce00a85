"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { classNames } from "./class-names.ts";
import { useFormState } from "./form-context.tsx";

/** What every field has. Inside a form, `name` finds its error and what was typed. */
export type FieldProps = {
  label: ReactNode;
  name: string;
  hint?: ReactNode | undefined;
  /** Only for a field outside a form: inside one, the form knows. */
  error?: string | undefined;
  optional?: boolean | undefined;
  /** Leaves the label to screen readers, where the place already says it. */
  hideLabel?: boolean | undefined;
  className?: string | undefined;
};

/** Takes a field's properties apart: what belongs to the field, and what to its control. */
export function splitField<Props extends FieldProps>({
  label,
  name,
  hint,
  error,
  optional,
  hideLabel,
  className,
  ...control
}: Props) {
  return [{ label, name, hint, error, optional, hideLabel, className }, control] as const;
}

/** What the control inside a field must carry. */
export type ControlProps = {
  id: string;
  name: string;
  required: boolean;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

type Around = FieldProps & {
  /** The value saved now: shown when somebody else saved another first. */
  saved?: string | undefined;
  /** That value as people read it, where the value itself is a key. */
  savedText?: string | undefined;
  children: (control: ControlProps) => ReactNode;
};

/** Label, hint and error around one control. */
export function Field({ children, ...field }: Around) {
  const { control, notes } = useField(field);
  return (
    <div className={classNames("min-w-0", field.className)}>
      <label htmlFor={control.id} className={labelStyle(field.hideLabel)}>
        <FieldLabel {...field} />
      </label>
      {children(control)}
      {notes}
    </div>
  );
}

/** The same for several controls that answer one question. */
export function FieldGroup({ children, ...field }: Around) {
  const { control, notes } = useField(field);
  return (
    <fieldset
      className={classNames("min-w-0", field.className)}
      aria-describedby={control["aria-describedby"]}
    >
      <legend className={labelStyle(field.hideLabel)}>
        <FieldLabel {...field} />
      </legend>
      {children(control)}
      {notes}
    </fieldset>
  );
}

function FieldLabel({ label, optional }: Pick<FieldProps, "label" | "optional">) {
  const words = useWords();
  return (
    <>
      {label}
      {optional && <span className="font-normal text-faint"> ({words.common.optional})</span>}
    </>
  );
}

function labelStyle(hidden: boolean | undefined): string {
  return hidden ? "sr-only" : "mb-1.5 block text-sm font-medium text-muted";
}

/** What a control starts with: what was typed if the page came back without JavaScript, else what is saved. */
export function useStartValue(name: string, saved: string | undefined): string | undefined {
  return useFormState()?.posted[name] ?? saved;
}

function useField({ name, hint, error, optional = false, saved, savedText }: Omit<Around, "children">) {
  const form = useFormState();
  const ownId = useId();
  const id = form?.idOf(name) ?? ownId;
  const problem = error ?? form?.errors[name];
  const typed = form?.conflict?.[name];
  const overtaken = saved !== undefined && typed !== undefined && typed !== saved;
  const describedBy = classNames(
    problem !== undefined && `${id}-error`,
    overtaken && `${id}-saved`,
    Boolean(hint) && `${id}-hint`,
  );
  const control: ControlProps = {
    id,
    name,
    required: !optional,
    "aria-invalid": problem === undefined ? undefined : true,
    "aria-describedby": describedBy || undefined,
  };
  const notes = (
    <>
      {problem && <FieldError id={`${id}-error`}>{problem}</FieldError>}
      {overtaken && <SavedMeanwhile id={`${id}-saved`} text={savedText ?? saved} />}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-pretty text-muted">
          {hint}
        </p>
      )}
    </>
  );
  return { control, notes };
}

function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className="mt-1.5 flex items-start gap-1.5 text-sm font-medium text-pretty text-false">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      {children}
    </p>
  );
}

function SavedMeanwhile({ id, text }: { id: string; text: string }) {
  const words = useWords();
  return (
    <div id={id} className="mt-1.5 rounded-md border border-mixed/35 bg-mixed-tint px-3 py-2 text-sm">
      <p className="font-medium text-mixed">{words.common.form.savedMeanwhile}</p>
      <p className="wrap-break-word whitespace-pre-wrap">{text === "" ? words.common.form.empty : text}</p>
    </div>
  );
}
