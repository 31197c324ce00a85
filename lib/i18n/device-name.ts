import type { Device } from "#lib/device.ts";
import { fill, type Words } from "./words.ts";

/** What people call a browser on a system, as far as it says: "Firefox on Windows". */
export function deviceName({ browser, system }: Device, words: Words): string {
  const texts = words.account.sessions;
  if (browser !== null && system !== null) return fill(texts.device, { browser, system });
  return browser ?? system ?? texts.unknown;
}
