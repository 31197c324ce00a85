import { WIDE } from "#components/ui/use-media-query.ts";

/** The queue's address with the claim of a line open beside the list. */
export function addressWith(link: HTMLAnchorElement): string {
  const address = new URL(location.href);
  address.searchParams.set("claim", link.dataset.claim ?? "");
  return address.pathname + address.search;
}

/**
 * Writes the claim beside the list into the address. Without it the first of the list stands there, and another as soon
 * as that one is taken or overtaken: whoever reads it, or has just taken it, would lose it.
 */
export function keepBeside(): void {
  const open = document.querySelector<HTMLAnchorElement>("a[data-claim][aria-current=true]");
  if (!open || !matchMedia(WIDE).matches || new URLSearchParams(location.search).has("claim")) return;
  history.replaceState(null, "", addressWith(open));
}
