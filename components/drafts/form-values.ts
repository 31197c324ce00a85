import type { Basis, Typed } from "./draft-store.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a person can type or choose in a form, without secrets and what the page itself put there. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(isControl).filter(({ name, type }) => name !== "" && !SKIPPED.has(type));
}

const SKIPPED = new Set(["hidden", "password", "file", "submit", "button", "reset", "image"]);

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

const isToggle = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");

/** Marks a control that holds several names, separated by commas. */
export const LIST_OF_NAMES = "data-list-of-names";

/** A comma behind the last name only waits for another one. */
export function withoutLastComma(names: string): string {
  return names.replace(/[\s,،，、]+$/u, "");
}

/** What is in the form now. */
export function typedIn(form: HTMLFormElement): Typed {
  return collect(form, typedValue, (toggle) => toggle.checked);
}

function typedValue(control: Control): string {
  return control.hasAttribute(LIST_OF_NAMES) ? withoutLastComma(control.value) : control.value;
}

/** What the page put in the form: what is saved. */
export function savedIn(form: HTMLFormElement): Typed {
  return collect(form, savedValue, (toggle) => toggle.defaultChecked);
}

function collect(
  form: HTMLFormElement,
  read: (control: Control) => string,
  isChosen: (toggle: HTMLInputElement) => boolean,
): Typed {
  const values: Record<string, string> = {};
  for (const control of controlsOf(form)) {
    if (!isToggle(control)) values[control.name] = read(control);
    else if (isChosen(control)) values[control.name] = control.value;
  }
  return values;
}

function savedValue(control: Control): string {
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
}

/** Whether two forms say the same. A missing field is an empty one. */
export function isSame(a: Typed, b: Typed): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((name) => (a[name] ?? "") === (b[name] ?? ""));
}

/** Puts typed values back, and says so to whoever listens for input. */
export function fillIn(form: HTMLFormElement, typed: Typed): void {
  for (const control of controlsOf(form)) {
    const value = typed[control.name] ?? "";
    if (isToggle(control)) control.checked = control.value === value;
    else setValue(control, value);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** By the element's own setter: React watches the one on the node and would think that nothing changed. */
function setValue(control: Control, value: string): void {
  const prototype: unknown = Object.getPrototypeOf(control);
  if (typeof prototype === "object" && prototype !== null) Reflect.set(prototype, "value", value, control);
}

/** What the form shows as saved, and the version that is. */
export function basisOf(form: HTMLFormElement): Basis {
  const version = form.elements.namedItem("version");
  return { version: version instanceof HTMLInputElement ? version.value : null, saved: savedIn(form) };
}
