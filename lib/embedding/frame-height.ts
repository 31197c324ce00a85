/** What a page and the cards in its frames say to one another. */
export const MESSAGES = { ask: "proofmark:height?", height: "proofmark:height" } as const;

/** CSS pixels: no card is higher, whatever a frame says. */
const HIGHEST = 3_000;

export const heightMessage = (height: number) => ({ type: MESSAGES.height, height: Math.ceil(height) });

/** The height a message tells; null when it is none of ours. */
export function heightFrom(data: unknown): number | null {
  if (typeof data !== "object" || data === null || !("type" in data) || !("height" in data)) return null;
  const { type, height } = data;
  const isHeight = type === MESSAGES.height && typeof height === "number" && height > 0 && height <= HIGHEST;
  return isHeight ? Math.ceil(height) : null;
}
