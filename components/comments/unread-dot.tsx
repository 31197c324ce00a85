/** Something here is new. Decoration: words beside it say so too. */
export function UnreadDot() {
  return <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-accent forced-colors:border" />;
}
