import { parseArgs } from "node:util";
import { Problem } from "./screen.mjs";

export type Part = "web" | "worker";

const PARTS: readonly string[] = ["web", "worker"] satisfies Part[];
const isPart = (text: string): text is Part => PARTS.includes(text);

export type StartFlags = {
  /** `--demo`, `--no-demo`, or neither. */
  demo: boolean | undefined;
  /** `--only`: where an installation has several processes of one kind, each is started by itself. */
  only: Part | undefined;
};

/** What a start was told. A Problem when it is told what it does not know. */
export function startFlags(): StartFlags {
  const { demo, only } = parsed();
  if (only === undefined || isPart(only)) return { demo, only };
  throw new Problem(`--only takes one of ${PARTS.join(", ")}.`);
}

function parsed() {
  try {
    const options = { demo: { type: "boolean" }, only: { type: "string" } } as const;
    return parseArgs({ args: process.argv.slice(3), options, allowNegative: true }).values;
  } catch (error) {
    const what = error instanceof Error ? error.message : error;
    throw new Problem(`${what} Known: --demo, --no-demo, --only ${PARTS.join("|")}.`);
  }
}
