import type { BrowserContext, CDPSession, Page } from "@playwright/test";

/**
 * Milliseconds the main thread worked until a page has settled, without those it waited for the processor, and gzipped
 * bytes of the page's scripts.
 */
export type PageCost = { task: number; script: number; layout: number; scriptBytes: number };

/** So long the main thread has to have done next to nothing, in milliseconds. */
const QUIET = 600;

/** Milliseconds the slowest peer may need. */
const PATIENCE = 180_000;

/** Opens a page in a tab of its own, measures it, and gives it back still open. */
export async function openMeasured(
  context: BrowserContext,
  address: string,
): Promise<{ page: Page; cost: PageCost }> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await cdp.send("Network.enable");
  const scripts = new Set<string>();
  let scriptBytes = 0;
  cdp.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: "load", timeout: PATIENCE });
  const metrics = await settled(page, cdp);
  const ms = (name: string) => (metrics.get(name) ?? 0) * 1_000;
  const cost = {
    task: ms("TaskDuration"),
    script: ms("ScriptDuration"),
    layout: ms("LayoutDuration") + ms("RecalcStyleDuration"),
    scriptBytes,
  };
  return { page, cost };
}

async function settled(page: Page, cdp: CDPSession): Promise<Map<string, number>> {
  for (let before = -1; ; ) {
    const { metrics } = await cdp.send("Performance.getMetrics");
    const now = new Map(metrics.map(({ name, value }) => [name, value]));
    const task = now.get("TaskDuration") ?? 0;
    if (task - before < 0.01) return now;
    before = task;
    await page.waitForTimeout(QUIET);
  }
}

/** Notes tasks of the main thread over 50 ms from now on. Called on the page's side. */
export async function noteLongTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seenTasks: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(entry.duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  return () =>
    page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return Math.max(0, ...(globalThis as unknown as { seenTasks: number[] }).seenTasks);
    });
}
