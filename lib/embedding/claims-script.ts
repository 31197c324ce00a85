import { heightFrom, MESSAGES } from "./frame-height.ts";

// On the page that shows cards in frames: gives each the height its card asks for. Without it they can be scrolled.

const script = document.currentScript;
if (script instanceof HTMLScriptElement) listen(new URL(script.src).origin);

function listen(origin: string): void {
  // A card's address may name its language first.
  const isCard = (src: string) =>
    src.startsWith(`${origin}/`) && /^\/(?:[a-z]{2}\/)?embed\//.test(src.slice(origin.length));
  addEventListener("message", (event) => {
    const height = event.origin === origin ? heightFrom(event.data) : null;
    if (height === null) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === event.source) frame.height = String(height);
    }
  });
  // Those that said theirs before anybody listened.
  for (const frame of document.querySelectorAll("iframe")) {
    if (isCard(frame.src)) frame.contentWindow?.postMessage(MESSAGES.ask, origin);
  }
}
