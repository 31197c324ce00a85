import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { Problem, step } from "./screen.mjs";

export type Browser = { executablePath: string; args: string[] };

/** What a test wants of Chromium: no traffic of its own, and as root no sandbox, which it refuses there. */
const ARGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  ...(isRoot() ? ["--no-sandbox"] : []),
];

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const FIXED_PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  join(process.env.ProgramFiles ?? "", "Google/Chrome/Application/chrome.exe"),
  join(process.env["ProgramFiles(x86)"] ?? "", "Google/Chrome/Application/chrome.exe"),
  join(process.env.LOCALAPPDATA ?? "", "Google/Chrome/Application/chrome.exe"),
];

/** A Chromium to test in, installed when that is ours to do. Throws a Problem that says what to do when there is none. */
export async function requireBrowser(): Promise<Browser> {
  const found = await findBrowser();
  if (found) return found;
  if (isRoot() && existsSync("/usr/bin/apt-get")) {
    await step("Installing Chromium", installFromDebian);
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new Problem(
    "The end-to-end tests need Chrome or Chromium. Install one (for example: npx playwright install chromium), " +
      "or say where it is: CHROMIUM_PATH=/path/to/chrome npm test",
  );
}

async function findBrowser(): Promise<Browser | null> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !isProgram(chosen)) throw new Problem(`CHROMIUM_PATH names no program: ${chosen}`);
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  const candidates = [...(chosen ? [chosen] : []), ...onPath, ...FIXED_PATHS, chromium.executablePath()];
  const executablePath = candidates.find(isProgram);
  return executablePath ? { executablePath, args: ARGS } : shippedByNpm();
}

type Shipped = { default: { executablePath(): Promise<string>; args: string[] } };

/** The Chromium of @sparticuz/chromium, where somebody added it: it unpacks itself on first use. */
async function shippedByNpm(): Promise<Browser | null> {
  const name = "@sparticuz/chromium";
  try {
    const { default: shipped }: Shipped = await import(name);
    return { executablePath: await shipped.executablePath(), args: [...shipped.args, ...ARGS] };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}

function installFromDebian(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const packages = ["chromium", "fonts-liberation"];
  try {
    execFileSync("apt-get", ["update"], { env, stdio: "pipe" });
    execFileSync("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], {
      env,
      stdio: "pipe",
    });
  } catch (error) {
    throw new Problem(`Chromium could not be installed. ${error instanceof Error ? error.message : error}`);
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
