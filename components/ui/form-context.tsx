"use client";

import { createContext, use } from "react";

/** What a field needs to know of the form around it. */
export type FormContext = {
  /** The id of a field's control, so that a message can link to it. */
  idOf: (name: string) => string;
  /** What is wrong, by field name. */
  errors: Readonly<Record<string, string>>;
  /** What was typed, when the page came back from a refusal without JavaScript; otherwise the page still has it. */
  posted: Readonly<Record<string, string>>;
  /** What was typed, when somebody else saved first: to be shown beside what is saved now. */
  conflict: Readonly<Record<string, string>> | null;
  draft: DraftStatus;
};

/** Whether what is being typed is kept. */
export type DraftStatus = {
  savedAt: Date | null;
  /** True when it was brought back from an earlier visit. */
  restored: boolean;
  /** Throws the draft away and goes back to what is saved. */
  discard: () => void;
  /** Another text the same person wrote for this form, elsewhere. `isMine`: the one from here, while the other is shown. */
  other: { savedAt: Date; isMine: boolean; show: () => void; keepThis: () => void } | null;
};

const Context = createContext<FormContext | null>(null);

export const FormContextProvider = Context.Provider;

/** The form around this component, null outside one. */
export function useFormState(): FormContext | null {
  return use(Context);
}
