import { readFile } from "node:fs/promises";
import { Problem } from "../screen.mjs";
import { onDatabase, type Said, textOf, type Values, WrongUsage } from "./command-line.ts";
import { memberNamed } from "./members.ts";

/** What others published, to be found while claims are written. */
export const importClaimReview = {
  summary: "takes over checks of others from a file of ClaimReview: JSON-LD, DataFeed, page or CSV",
  options: {
    as: {
      type: "string",
      hint: "checked-before: shown where a claim that says the same is written; archive: published as one's own",
      isNeeded: true,
    },
    member: { type: "string", hint: "for archive: address of the editor who publishes" },
    ratings: {
      type: "string",
      hint: 'for archive: what labels mean, as "Pants on Fire=false, Half true=mixed"',
    },
    "dry-run": { type: "boolean", hint: "only say what would become of each row" },
  },
  operand: { name: "file", hint: "the file" },
  run: take,
} as const;

async function take(values: Values, file: string): Promise<Said> {
  const as = textOf(values, "as");
  if (as !== "checked-before" && as !== "archive") {
    throw new WrongUsage("--as takes checked-before or archive.");
  }
  if (as === "archive" && textOf(values, "member") === "") throw new WrongUsage("--member is missing.");
  const isDry = values["dry-run"] === true;
  const text = await readFile(file, "utf8").catch(() => {
    throw new Problem(`There is no file ${file}.`);
  });
  return onDatabase(async () => {
    const { importArchive, importForeignChecks } = await import("#lib/foreign-checks/commands.ts");
    const given = { text, isDry, now: new Date() };
    const rows =
      as === "archive"
        ? await importArchive({
            ...given,
            actor: await publisherNamed(textOf(values, "member")),
            ratings: ratingsIn(textOf(values, "ratings")),
          })
        : await importForeignChecks({ ...given, actor: null });
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

/** What labels mean: `label=rating`, with commas between them. */
function ratingsIn(typed: string): ReadonlyMap<string, string> {
  const pairs = typed.split(",").filter((pair) => pair.trim() !== "");
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      if (at < 1) throw new WrongUsage(`--ratings: “${pair.trim()}” has no =.`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    }),
  );
}

async function publisherNamed(email: string) {
  const member = await memberNamed(email);
  if (member.disabledAt) throw new Problem(`The login of ${email} is off.`);
  return member;
}
