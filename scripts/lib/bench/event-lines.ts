type LiveEvent = { event: string; data: { claimId: string | null } };

/** Reads server-sent events of ours, whose data is one line of JSON, from text that comes in any pieces. */
export function createParser(onEvent: (event: LiveEvent) => void): (text: string) => void {
  let rest = "";
  return (text) => {
    const frames = (rest + text).split("\n\n");
    rest = frames.pop() ?? "";
    for (const frame of frames) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(frame)?.[1];
      onEvent({ event: field("event") ?? "", data: JSON.parse(field("data") ?? "null") });
    }
  };
}
