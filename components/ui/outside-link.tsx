import type { ComponentProps } from "react";
import { isWebAddress } from "#lib/web-address.ts";

/**
 * A link to an address that somebody gave, of whatever site. Only an address of the web becomes one; what else stands
 * in the database, whoever put it there, is drawn as its words.
 */
export function OutsideLink({
  href,
  children,
  ...props
}: Omit<ComponentProps<"a">, "href"> & { href: string | null }) {
  if (href === null || !isWebAddress(href))
    return (
      <span dir={props.dir} lang={props.lang}>
        {children}
      </span>
    );
  return (
    <a href={href} {...props}>
      {children}
    </a>
  );
}
