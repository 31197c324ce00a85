import { classNames } from "./class-names.ts";

/** `line`: one of several things a list offers, as plain as what opens there. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "line";
export type ButtonSize = "sm" | "md";

const BASE =
  "inline-flex shrink-0 cursor-pointer items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap no-underline transition-colors duration-100 aria-disabled:cursor-default";

const VARIANTS = {
  primary: "border-ink bg-ink text-paper hover:border-ink-soft hover:bg-ink-soft",
  secondary: "border-line-strong bg-raised text-ink hover:border-faint hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-muted hover:bg-hover hover:text-ink",
  danger: "border-false bg-false text-on-tone hover:border-false-strong hover:bg-false-strong",
} as const satisfies Record<Exclude<ButtonVariant, "line">, string>;

const SIZES = {
  sm: "min-h-7.5 px-2.5 text-sm pointer-coarse:min-h-11 pointer-coarse:min-w-11",
  md: "min-h-9 px-3.5 pointer-coarse:min-h-11",
} as const satisfies Record<ButtonSize, string>;

/** Also what a disclosure's summary looks like, so that both stand under each other. */
export const LINE =
  "inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-sm text-start font-medium text-muted hover:text-ink aria-disabled:cursor-default pointer-coarse:min-h-11";

/** What a button looks like, whether it is a button or a link. */
export function buttonStyle({
  variant = "secondary",
  size = "md",
  className,
}: {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  className?: string | undefined;
}): string {
  if (variant === "line") return classNames(LINE, className);
  return classNames(BASE, VARIANTS[variant], SIZES[size], className);
}
