import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { requireBrowser } from "../browser.ts";
import { rawAnswer } from "./readers-run.ts";

/** Bytes of a page's first view as they go over the wire, by kind; style sheets as gzip sends them. */
export type Weight = { html: number; css: number; fonts: number; script: number };

/** Slow 4G as Lighthouse has it: 150 ms to and fro, 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1_638.4 * 1_024) / 8,
  uploadThroughput: (750 * 1_024) / 8,
};
const CPU_SLOWER = 4;

/** What a phone's first view of `url` loads, and when its largest part was drawn, in milliseconds: the median of `runs`. */
export async function firstView(
  url: string,
  { runs }: { runs: number },
): Promise<{ weight: Weight; lcp: number }> {
  const browser = await chromium.launch(await requireBrowser());
  try {
    const times: number[] = [];
    let loaded: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      const view = await viewOnce(browser, url);
      times.push(view.lcp);
      loaded = view.loaded;
    }
    return { weight: await weigh(loaded), lcp: median(times) };
  } finally {
    await browser.close();
  }
}

async function viewOnce(browser: Browser, url: string): Promise<{ lcp: number; loaded: string[] }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const loaded: string[] = [];
  page.on("requestfinished", (request) => loaded.push(`${request.resourceType()} ${request.url()}`));
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWER });
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  const lcp = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe(
          {
            type: "largest-contentful-paint",
            buffered: true,
          },
        );
      }),
  );
  await context.close();
  return { lcp, loaded };
}

async function weigh(loaded: readonly string[]): Promise<Weight> {
  const weight: Weight = { html: 0, css: 0, fonts: 0, script: 0 };
  for (const line of loaded) {
    const [type, url = ""] = line.split(" ");
    if (type === "document") weight.html += (await rawAnswer(url, "gzip")).body.length;
    if (type === "stylesheet") weight.css += gzipSync((await rawAnswer(url, "identity")).body).length;
    if (type === "font") weight.fonts += (await rawAnswer(url, "identity")).body.length;
    if (type === "script") weight.script += (await rawAnswer(url, "identity")).body.length;
  }
  return weight;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
