/** Claims that stand so close together that there is no room for their cards: one place for all of them. */
export type Crowd<Claim> = { crowd: readonly Claim[] };

/** About what a card takes with the gap after it, in pixels, and how far it may be from its words. */
const CARD = 150;
const CROWD = 48;
const FARTHEST = 200;

/**
 * Which of the claims near the window get a card and which stand together as a count, in reading order.
 * `topOf`: where a claim's words are, in pixels; null when they are not shown. The pinned one gets its card.
 */
export function cardsThatFit<Claim extends { id: string }>(
  claims: readonly Claim[],
  { topOf, pinnedId }: { topOf: (claim: Claim) => number | null; pinnedId: string | null },
): (Claim | Crowd<Claim>)[] {
  const items: (Claim | Crowd<Claim>)[] = [];
  let crowd: Claim[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const claim of claims) {
    const top = topOf(claim) ?? free;
    const fits = free - top <= FARTHEST;
    if (fits || claim.id === pinnedId) {
      crowd = [];
      items.push(claim);
      free = Math.max(free, top) + CARD;
    } else if (crowd.length > 0) crowd.push(claim);
    else {
      crowd = [claim];
      items.push({ crowd });
      free += CROWD;
    }
  }
  return items;
}
