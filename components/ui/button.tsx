import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style.ts";
import { classNames } from "./class-names.ts";

type Look = { variant?: ButtonVariant; size?: ButtonSize };

/**
 * A button. While `pending` it keeps its place, its words and the focus, and takes no presses:
 * `disabled` would throw the focus away.
 */
export function Button({
  variant,
  size,
  pending = false,
  className,
  children,
  ...props
}: Look & { pending?: boolean } & ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...props}
      {...(pending && { type: "button", onClick: undefined, "aria-disabled": true })}
      className={buttonStyle({ variant, size, className })}
    >
      {pending && <LoaderCircle aria-hidden className="-ms-0.5 size-4 animate-spin" />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function LinkButton({ variant, size, className, ...props }: Look & ComponentProps<typeof Link>) {
  return <Link {...props} className={buttonStyle({ variant, size, className })} />;
}

/** A square button with an icon only; `label` is its name. */
export function IconButton({
  label,
  className,
  children,
  ...props
}: { label: string } & ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...props}
      aria-label={label}
      title={label}
      className={classNames(
        "inline-grid size-8 shrink-0 cursor-pointer place-items-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink aria-disabled:cursor-default aria-disabled:bg-transparent aria-disabled:text-muted aria-disabled:opacity-45 pointer-coarse:size-11",
        className,
      )}
    >
      {children}
    </button>
  );
}
