import type { Page } from "@playwright/test";
import { noteLongTasks } from "./page-cost.ts";

/**
 * Makes claims of words in sight, one after the other, by the keys a person uses. Answers for each the milliseconds
 * from the key that sends it to the frame in which its words are marked.
 */
export async function addClaims(page: Page, count: number): Promise<number[]> {
  await page.evaluate(watchAdding);
  for (let at = 0; at < count; at += 1) {
    await page.evaluate(selectWords, at);
    await page.getByRole("toolbar", { name: "Chosen words" }).waitFor();
    await page.keyboard.press("c");
    const form = page.getByRole("form", { name: "New claim" });
    await form.getByLabel("Claim in one checkable sentence").waitFor();
    await page.waitForTimeout(300);
    await page.keyboard.press("Control+Enter");
    await form.waitFor({ state: "hidden" });
    await page.waitForTimeout(300);
    await page.keyboard.press("Escape");
  }
  return page.evaluate(() => (globalThis as unknown as { added: number[] }).added);
}

function watchAdding(): void {
  const added: number[] = [];
  Object.assign(globalThis, { added });
  const whenPainted = (since: number) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => added.push(performance.now() - since);
    requestAnimationFrame(() => channel.port2.postMessage(null));
  };
  const onKey = ({ key, ctrlKey, timeStamp }: KeyboardEvent) => {
    const text = document.querySelector(".article-text");
    if (key !== "Enter" || !ctrlKey || text === null) return;
    const observer = new MutationObserver(() => {
      observer.disconnect();
      whenPainted(timeStamp);
    });
    // Words that stand under marks already get no new ones: theirs say of which claims they are.
    observer.observe(text, { childList: true, subtree: true, attributeFilter: ["data-claims"] });
  };
  addEventListener("keydown", onKey, true);
}

/** Some words of the block that stands in the middle of the window. */
function selectWords(nth: number): void {
  const middle = innerHeight / 2;
  const blocks = [...document.querySelectorAll("[data-block-start]")];
  const block = blocks.find((each) => each.getBoundingClientRect().bottom > middle);
  if (!block) return;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  const from = nodes[(nth * 3) % nodes.length];
  const to = nodes[Math.min(((nth * 3) % nodes.length) + 4, nodes.length - 1)];
  if (!from || !to) return;
  getSelection()?.setBaseAndExtent(from, 0, to, to.textContent?.length ?? 0);
}

/** The longest task while the whole page is scrolled through, in milliseconds; 0 when none is over 50. */
export async function scrollThrough(page: Page): Promise<number> {
  const longest = await noteLongTasks(page);
  await page.mouse.move(400, 450);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let at = 0; at < height; at += 450) {
    await page.mouse.wheel(0, 450);
    await page.waitForTimeout(30);
  }
  return longest();
}

/** The longest task while words are selected with the mouse over the whole window. */
export async function dragThrough(page: Page): Promise<number> {
  const longest = await noteLongTasks(page);
  const box = await page.locator("[data-block-start]").first().boundingBox();
  const x = (box?.x ?? 300) + 20;
  await page.mouse.move(x, 200);
  await page.mouse.down();
  for (let y = 200; y < 860; y += 12) {
    await page.mouse.move(x + ((y * 7) % 400), y);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  return longest();
}
