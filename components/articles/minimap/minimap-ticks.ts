import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import type { ToneOrPending } from "#components/verdicts/tone-icon.tsx";
import { firstWhere } from "#lib/anchoring/first-where.ts";
import type { Span } from "#lib/anchoring/spans.ts";

/** Where a block of the text stands: pixels from the top of the text. Blocks come in the order of the text. */
export type BlockPlace = Span & { top: number; height: number };

/** Pixels that a tick takes with the gap after it: claims closer together than this are one tick. */
export const SLOT = 4;

/** From left to right in a tick that several tones share. */
const ORDER: readonly ToneOrPending[] = [
  "false",
  "misleading",
  "mixed",
  "mostly_true",
  "true",
  "unverified",
  "pending",
];

/** A tick, or the part of one that is a tone's: pixels from the top and the left of the strip, and its width. */
export type Tick = { top: number; left: number; width: number };

type Placed = Pick<DeskClaim, "id" | "tone" | "passages">;

/** About how far down an offset is, in pixels: inside its block as if all its lines were equally full. */
export function depthOf(offset: number, blocks: readonly BlockPlace[]): number | null {
  const next = firstWhere(blocks.length, (index) => (blocks[index]?.start ?? 0) > offset);
  const block = blocks[Math.max(0, next - 1)];
  if (block === undefined) return null;
  const part = (offset - block.start) / Math.max(1, block.end - block.start);
  return block.top + block.height * Math.min(1, Math.max(0, part));
}

/**
 * The ticks of each tone in a strip that shows the text `scale` times as high. Claims so close together that there is
 * room for one tick share it, each tone by its part.
 */
export function ticksOf(
  claims: readonly Placed[],
  { blocks, scale }: { blocks: readonly BlockPlace[]; scale: number },
): Map<ToneOrPending, Tick[]> {
  const slots = new Map<number, Map<ToneOrPending, number>>();
  for (const { tone, passages } of claims) {
    for (const { start } of passages) {
      const depth = depthOf(start, blocks);
      if (depth === null) continue;
      const slot = Math.floor((depth * scale) / SLOT);
      const counts = slots.get(slot) ?? new Map<ToneOrPending, number>();
      counts.set(tone ?? "pending", (counts.get(tone ?? "pending") ?? 0) + 1);
      slots.set(slot, counts);
    }
  }
  const ticks = new Map<ToneOrPending, Tick[]>();
  for (const [slot, counts] of slots) {
    for (const [tone, part] of shareOut(counts)) {
      if (part.width === 0) continue;
      const known = ticks.get(tone) ?? [];
      known.push({ top: slot * SLOT, ...part });
      ticks.set(tone, known);
    }
  }
  return ticks;
}

/** Divides the width of one tick among its tones. */
function shareOut(
  counts: ReadonlyMap<ToneOrPending, number>,
): [ToneOrPending, { left: number; width: number }][] {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let before = 0;
  const edge = () => Math.round((before / all) * WIDTH);
  return ORDER.filter((tone) => counts.has(tone)).map((tone) => {
    const left = edge();
    before += counts.get(tone) ?? 0;
    return [tone, { left, width: edge() - left }];
  });
}

/** The claim that has a passage nearest to `depth`, in pixels from the top of the text. */
export function nearestTo<Claim extends Placed>(
  depth: number,
  claims: readonly Claim[],
  blocks: readonly BlockPlace[],
): Claim | null {
  let nearest: Claim | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const claim of claims) {
    for (const { start } of claim.passages) {
      const distance = Math.abs((depthOf(start, blocks) ?? Number.POSITIVE_INFINITY) - depth);
      if (distance < least) [nearest, least] = [claim, distance];
    }
  }
  return nearest;
}

/** What a tick of each tone looks like, from its top left corner: the shapes of the underlines in the text. */
const SHAPES: Record<ToneOrPending, string> = {
  true: "h10v2.5h-10z",
  mostly_true: "h4v2.5h-4zm6 0h4v2.5h-4z",
  mixed: "h10v1h-10zm0 2h10v1h-10z",
  misleading: "m0 3 2.5-3 2.5 3zm5 0 2.5-3 2.5 3z",
  false: "m-1-.5h12v4h-12z",
  unverified: "h2v2h-2zm4 0h2v2h-2zm4 0h2v2h-2z",
  pending: "h2v2h-2zm4 0h2v2h-2zm4 0h2v2h-2z",
};

/**
 * One SVG path for all ticks of a tone. A whole tick has the tone's shape, a part of one is a plain bar: there is no
 * room for more.
 */
export function pathOf(tone: ToneOrPending, ticks: readonly Tick[]): string {
  return ticks
    .map(({ top, left, width }) => {
      const shape = width === WIDTH ? SHAPES[tone] : `h${width}v3h-${width}z`;
      return `M${(STRIP - WIDTH) / 2 + left} ${top}${shape}`;
    })
    .join("");
}

/** Pixels: the strip that is pressed, and the ticks in its middle. */
export const STRIP = 14;
const WIDTH = 10;
