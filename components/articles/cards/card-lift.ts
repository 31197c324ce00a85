/** How much higher than its words a form stands, in pixels, and the height it had when that was found. */
export type Lift = { item: string; by: number; height: number };

/**
 * Has a form beside words in the window to its end, without the text moving: one that opens low stands higher, one that
 * grows goes on upwards, and what it has gained it keeps while its words are scrolled. `top`: where its words are in
 * the window; `room`: the part of the window that nothing covers.
 */
export function liftOf(
  { item, top, height }: { item: string; top: number; height: number },
  room: { top: number; bottom: number },
  last: Lift | null,
): Lift {
  const before = last?.item === item ? last : { item, by: 0, height: 0 };
  if (before.height === height) return before;
  const place = top - before.by;
  const isInSight = place < room.bottom && place + Math.max(before.height, 1) > room.top;
  const missing = isInSight ? Math.max(0, place + height - room.bottom) : 0;
  return { item, height, by: before.by + Math.min(missing, Math.max(0, place - room.top)) };
}
