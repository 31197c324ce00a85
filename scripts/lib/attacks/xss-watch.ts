import type { BrowserContext } from "@playwright/test";
import { CANARY } from "./xss-deck.ts";

/** What pages did that none should do. */
export type Seen = {
  /** Code of somebody's that ran. */
  ran: string[];
  /** What the page's policy forbade: something of somebody's that tried. */
  violations: string[];
  /** Requests to another site. */
  asked: string[];
  /** Faults of ours, told apart: answers of 500 and above, and errors nobody caught. */
  faults: string[];
};

/** What oEmbed answers to a format it is asked for and does not have. */
const NOT_HAD = 501;

const RAN = "Code ran: ";
const VIOLATED = "Policy violated: ";

/** Watches every page of a context, from before anything of it is read. */
export async function watchContext(context: BrowserContext, siteUrl: string): Promise<Seen> {
  const seen: Seen = { ran: [], violations: [], asked: [], faults: [] };
  const { origin } = new URL(siteUrl);
  context.on("console", (message) => {
    const text = message.text();
    const where = message.page()?.url() ?? "";
    if (text.startsWith(RAN)) seen.ran.push(`${where}: ${text}`);
    else if (text.startsWith(VIOLATED)) seen.violations.push(`${where}: ${text}`);
    // Of a page that is told by the page itself; of XML it is how the browser shows that.
    else if (/content security policy/iu.test(text) && !text.startsWith("Applying inline style"))
      seen.violations.push(`${where}: ${text}`);
  });
  context.on("weberror", (error) => seen.faults.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on("response", (answer) => {
    if (answer.status() >= 500 && answer.status() !== NOT_HAD)
      seen.faults.push(`${answer.status()} ${answer.url()}`);
  });
  context.on("dialog", (dialog) => {
    if (dialog.type() !== "beforeunload") seen.ran.push(`${dialog.type()}: ${dialog.message()}`);
    dialog.accept().catch(() => undefined);
  });
  await context.route(
    (url) => /^https?:$/u.test(url.protocol) && url.origin !== origin,
    (route) => {
      seen.asked.push(`${route.request().frame().url()}: ${route.request().url()}`);
      return route.abort();
    },
  );
  await context.addInitScript(
    ({ canary, ran, violated }) => {
      for (const name of ["alert", "confirm", "prompt", canary]) {
        const value = (...given: unknown[]) => console.error(`${ran}${name}(${given.join(", ")})`);
        Object.defineProperty(window, name, { value });
      }
      Object.defineProperty(window, "print", { value: () => undefined });
      document.addEventListener("securitypolicyviolation", (event) => {
        const { effectiveDirective, blockedURI, sample } = event;
        const isViewers =
          !document.contentType.includes("html") && effectiveDirective.startsWith("style-src");
        if (isViewers) return;
        console.error(`${violated}${effectiveDirective} ${blockedURI} ${sample}`);
      });
    },
    { canary: CANARY, ran: RAN, violated: VIOLATED },
  );
  return seen;
}
