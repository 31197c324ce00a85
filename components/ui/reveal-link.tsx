"use client";

import { type ComponentProps, type MouseEvent, useEffect } from "react";
import { buttonStyle } from "./button-style.ts";
import { reveal } from "./reveal.ts";

type Look = Omit<Parameters<typeof buttonStyle>[0], "className">;

/**
 * Leads to a place of the same page, opening what it is folded away in. It leaves no step behind in the browser's
 * history, so that Back still leaves the page at once; without script it is a plain link to the place.
 */
export function RevealLink({
  to,
  button,
  className,
  ...props
}: { to: string; button?: Look } & Omit<ComponentProps<"a">, "href" | "onClick">) {
  return (
    <a
      {...props}
      href={`#${to}`}
      onClick={(event) => lead(event, to)}
      className={button ? buttonStyle({ ...button, className }) : className}
    />
  );
}

function lead(event: MouseEvent, to: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  reveal(to);
}

/** On a page that other pages lead to a place of: opens it once the page is there. */
export function RevealOnArrival({ place }: { place: string }) {
  useEffect(() => {
    if (window.location.hash === `#${place}`) reveal(place);
  }, [place]);
  return null;
}
