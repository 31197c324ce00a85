import { parseArgs } from "node:util";
import { Problem } from "./screen.mjs";

/** `--demo`, `--no-demo`, or neither. */
export function demoFlag(): boolean | undefined {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(3),
      options: { demo: { type: "boolean" } },
      allowNegative: true,
    });
    return values.demo;
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : error} Known: --demo, --no-demo.`);
  }
}
