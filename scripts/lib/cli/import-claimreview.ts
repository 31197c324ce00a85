import { readFile } from "node:fs/promises";
import { Problem } from "../screen.mjs";
import { onDatabase, type Said, textOf, type Values, WrongUsage } from "./command-line.ts";

/** What others published, to be found while claims are written. */
export const importClaimReview = {
  summary: "takes over checks of others from a file of ClaimReview: JSON-LD, DataFeed, page or CSV",
  options: {
    as: {
      type: "string",
      hint: "checked-before: shown where a claim that says the same is written",
      isNeeded: true,
    },
    "dry-run": { type: "boolean", hint: "only say what would become of each row" },
  },
  operand: { name: "file", hint: "the file" },
  run: take,
} as const;

async function take(values: Values, file: string): Promise<Said> {
  if (textOf(values, "as") !== "checked-before") throw new WrongUsage("--as takes checked-before.");
  const isDry = values["dry-run"] === true;
  const text = await readFile(file, "utf8").catch(() => {
    throw new Problem(`There is no file ${file}.`);
  });
  return onDatabase(async () => {
    const { importForeignChecks } = await import("#lib/foreign-checks/commands.ts");
    const rows = await importForeignChecks({ actor: null, text, isDry, now: new Date() });
    const counts = Object.entries(Object.groupBy(rows, ({ outcome }) => outcome)).map(
      ([outcome, some = []]) => [outcome, some.length] as const,
    );
    return {
      json: { dryRun: isDry, counts: Object.fromEntries(counts), rows },
      lines: [
        ...rows
          .filter(({ outcome }) => isDry || outcome !== "new")
          .map(
            ({ row, outcome, statement, url }) =>
              `${row}  ${outcome.replaceAll("_", " ")}  ${statement ?? ""}  ${url ?? ""}`,
          ),
        counts.map(([outcome, count]) => `${count} ${outcome.replaceAll("_", " ")}`).join(", "),
        ...(isDry ? ["Nothing was made: this was a dry run."] : []),
      ],
    };
  });
}
