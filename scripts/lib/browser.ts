import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { Problem, report, step } from "./screen.mjs";

/** `isShell`: a Chromium that has no window to show. */
type Found = { executablePath: string; args: string[]; isShell: boolean };
export type Browser = Pick<Found, "executablePath" | "args">;

/** What a test wants of Chromium: no traffic of its own, and as root no sandbox, which it refuses there. */
const ARGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  ...(isRoot() ? ["--no-sandbox"] : []),
];

/**
 * Chromium without a window. In the other, each person of a test is a window with all that belongs to one, which costs
 * more than the page in it (docs/decisions/0034-time-of-the-browser-tests.md).
 */
const SHELL = "chromium-headless-shell";

/** The best first. */
const COMMANDS = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const FIXED_PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  join(process.env.ProgramFiles ?? "", "Google/Chrome/Application/chrome.exe"),
  join(process.env["ProgramFiles(x86)"] ?? "", "Google/Chrome/Application/chrome.exe"),
  join(process.env.LOCALAPPDATA ?? "", "Google/Chrome/Application/chrome.exe"),
];

/**
 * A Chromium to test in: installed where that is ours to do, even beside one that has a window. Throws a Problem that
 * says what to do when there is none.
 */
export async function requireBrowser(): Promise<Browser> {
  const found = await findBrowser();
  if (found && (found.isShell || !mayInstall())) return launchOf(found);
  if (mayInstall()) {
    try {
      await step("Installing Chromium", installFromDebian);
    } catch (error) {
      if (!found) throw error;
      report(error);
    }
  }
  const browser = (await findBrowser()) ?? found;
  if (browser) return launchOf(browser);
  throw new Problem(
    "The end-to-end tests need Chrome or Chromium. Install one (for example: npx playwright install chromium), " +
      "or say where it is: CHROMIUM_PATH=/path/to/chrome npm test",
  );
}

const launchOf = ({ executablePath, args }: Found): Browser => ({ executablePath, args });

async function findBrowser(): Promise<Found | null> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !isProgram(chosen)) throw new Problem(`CHROMIUM_PATH names no program: ${chosen}`);
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  const candidates = [...(chosen ? [chosen] : []), ...onPath, ...FIXED_PATHS, chromium.executablePath()];
  const executablePath = candidates.find(isProgram);
  if (!executablePath) return shippedByNpm();
  return { executablePath, args: ARGS, isShell: basename(executablePath) === SHELL };
}

type Shipped = { default: { executablePath(): Promise<string>; args: string[] } };

/** The Chromium of @sparticuz/chromium, where somebody added it: it unpacks itself on first use. */
async function shippedByNpm(): Promise<Found | null> {
  const name = "@sparticuz/chromium";
  try {
    const { default: shipped }: Shipped = await import(name);
    return {
      executablePath: await shipped.executablePath(),
      args: [...shipped.args, ...ARGS],
      isShell: true,
    };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}

/** Not one that was chosen, and once: Playwright's workers ask again. */
function mayInstall(): boolean {
  const { CHROMIUM_PATH, TEST_WORKER_INDEX } = process.env;
  return isRoot() && existsSync("/usr/bin/apt-get") && !CHROMIUM_PATH && TEST_WORKER_INDEX === undefined;
}

function installFromDebian(): void {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: "pipe",
  } as const;
  const patience = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20"];
  const install = ["install", "--yes", "--no-install-recommends", SHELL, "fonts-liberation"];
  try {
    execFileSync("apt-get", ["update", ...patience], options);
    execFileSync("apt-get", [...install, ...patience], options);
  } catch (error) {
    throw new Problem(
      `${SHELL} could not be installed, in which the tests take half the time. ${error instanceof Error ? error.message : error}`,
    );
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
