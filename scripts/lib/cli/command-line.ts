import { parseArgs } from "node:util";
import type { AppError } from "#lib/errors.ts";
import { generateClientIfStale } from "../build.ts";
import { isMigrated } from "../database.ts";
import { Problem, report } from "../screen.mjs";
import { chosenSite } from "../settings.ts";
import { withDatabase } from "../site.ts";

/** What a command was given, by the names of its options. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** What a command has to say: to a program, and to a person. `failed`: it did what it should, and found a fault. */
export type Said = { json: object; lines: readonly string[]; failed?: boolean };

type Option = { type: "string" | "boolean"; hint: string; isNeeded?: boolean };

export type Command = {
  summary: string;
  options: Readonly<Record<string, Option>>;
  /** What stands behind the command without a name, where it takes something. */
  operand?: { name: string; hint: string };
  run: (values: Values, operand: string) => Promise<Said>;
};

/** A command, or several under one word. */
type Group = Command | { summary: string; commands: Readonly<Record<string, Command>> };
type Groups = Readonly<Record<string, Group>>;

/** A mistake in how the command was called: exit code 2, and a look at the help. */
export class WrongUsage extends Error {}

/** A check that came to no end, neither yes nor no: exit code 2. */
export class CannotTell extends Error {}

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/** What every command knows. */
const ALWAYS = {
  json: { type: "boolean", hint: "answer with one line of JSON" },
  help: { type: "boolean", hint: "say what the command does" },
} as const satisfies Record<string, Option>;

const PROGRAM = "npm run proofmark --";

/**
 * Runs the command that `args` name. Its answer alone goes to standard output; exit code 0: done, 1: failed, 2: wrong
 * usage.
 */
export async function runCommandLine(groups: Groups, args: readonly string[]): Promise<void> {
  try {
    process.exitCode = await runNamed(groups, args);
  } catch (error) {
    if (error instanceof WrongUsage || error instanceof CannotTell) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = WRONG_USAGE;
    } else {
      report(await sentenceOf(error));
      process.exitCode = FAILED;
    }
  }
}

async function runNamed(groups: Groups, [first, ...rest]: readonly string[]): Promise<number> {
  if (first === undefined) throw new WrongUsage(overview(groups));
  if (first === "--help" || first === "help") {
    print(overview(groups));
    return DONE;
  }
  const group = own(groups, first);
  if (!group) throw new WrongUsage(`There is no “${first}”.\n\n${overview(groups)}`);
  if ("run" in group) return runCommand(first, group, rest);
  const [second, ...others] = rest;
  const command = second === undefined ? undefined : own(group.commands, second);
  if (command) return runCommand(`${first} ${second}`, command, others);
  if (second !== "--help") {
    const wrong = second === undefined ? `What about ${first}?` : `There is no “${first} ${second}”.`;
    throw new WrongUsage(`${wrong}\n\n${helpOfGroup(first, group)}`);
  }
  print(helpOfGroup(first, group));
  return DONE;
}

async function runCommand(name: string, command: Command, args: readonly string[]): Promise<number> {
  const help = helpOf(name, command);
  if (args.includes("--help")) {
    print(help);
    return DONE;
  }
  const { values, operand } = read(command, args, help);
  const said = await command.run(values, operand).catch((error: unknown) => {
    throw error instanceof WrongUsage ? new WrongUsage(`${error.message}\n\n${help}`) : error;
  });
  print(values.json ? JSON.stringify(said.json) : said.lines.join("\n"));
  return said.failed ? FAILED : DONE;
}

function read(command: Command, args: readonly string[], help: string) {
  const options = { ...command.options, ...ALWAYS };
  const wrong = (what: string) => new WrongUsage(`${what}\n\n${help}`);
  let parsed: { values: Values; positionals: string[] };
  try {
    const types = Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
    parsed = parseArgs({ args: [...args], options: types, allowPositionals: true }) as typeof parsed;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const missing = Object.keys(command.options).find(
    (name) => command.options[name]?.isNeeded && !values[name],
  );
  if (missing !== undefined) throw wrong(`--${missing} is missing.`);
  if (positionals.length > (command.operand ? 1 : 0)) throw wrong(`“${positionals.at(-1)}” is too much.`);
  if (command.operand && positionals.length === 0) throw wrong(`<${command.operand.name}> is missing.`);
  return { values, operand: positionals[0] ?? "" };
}

/** The text of an option that is needed, or was given. */
export function textOf(values: Values, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value : "";
}

const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function overview(groups: Groups): string {
  const lines = Object.entries(groups).flatMap(([name, group]) =>
    "run" in group
      ? [[name, group.summary] as const]
      : Object.entries(group.commands).map(
          ([second, { summary }]) => [`${name} ${second}`, summary] as const,
        ),
  );
  return [
    `${PROGRAM} <command> [--json] [--help]`,
    "",
    ...columns(lines),
    "",
    "Exit codes: 0 done, 1 failed, 2 wrong usage. Also while the product runs.",
  ].join("\n");
}

function helpOfGroup(name: string, { summary, commands }: Exclude<Group, Command>): string {
  const lines = Object.entries(commands).map(
    ([second, each]) => [`${name} ${second}`, each.summary] as const,
  );
  return [summary, "", ...columns(lines)].join("\n");
}

function helpOf(name: string, { summary, options, operand }: Command): string {
  const needed = Object.entries(options).filter(([, { isNeeded }]) => isNeeded);
  const usage = [
    PROGRAM,
    name,
    ...(operand ? [`<${operand.name}>`] : []),
    ...needed.map(([key]) => `--${key} …`),
  ];
  const lines = [
    ...(operand ? [[`<${operand.name}>`, operand.hint] as const] : []),
    ...Object.entries({ ...options, ...ALWAYS }).map(
      ([key, { type, hint }]: [string, Option]) =>
        [`--${key}${type === "string" ? " …" : ""}`, hint] as const,
    ),
  ];
  return [summary, "", usage.join(" "), "", ...columns(lines)].join("\n");
}

function columns(lines: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lines.map(([left]) => left.length)) + 2;
  return lines.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/**
 * Does a piece of work on the product's database, with the settings the product has: the running one where there is
 * one, otherwise started for it. A Problem when the database is of an earlier version, unless the work is for any.
 */
export async function onDatabase<Result>(
  work: () => Promise<Result>,
  { ofAnyVersion = false } = {},
): Promise<Result> {
  await prepareCode();
  return withDatabase(async (url) => {
    if (!ofAnyVersion && !(await isMigrated(url))) {
      throw new Problem("The database is of an earlier version: start the product once, which updates it.");
    }
    setSettings(url);
    const { db } = await import("#lib/db/client.ts");
    try {
      return await work();
    } finally {
      await db.$disconnect();
    }
  });
}

/** What a checkout lacks that was never started, or updated and not started since. */
export async function prepareCode(): Promise<void> {
  await generateClientIfStale();
}

/** The core half reads its settings from the environment, and what it logs has no place in a command's answer. */
export function setSettings(databaseUrl: string): void {
  const site = chosenSite();
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: site.authSecret,
    PUBLIC_URL: site.publicUrl,
    LOG_LEVEL: "silent",
  });
  // Prisma hands pg the parts of one question at once; pg 9 will refuse that, 8 only warns.
  process.noDeprecation = true;
}

/** What a command refused, in the words the screen would have for it. */
async function sentenceOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error)) return error;
  if (error.name === "AppError") {
    const [{ sentenceOf }, { wordsFor }] = await Promise.all([
      import("#lib/i18n/refusals.ts"),
      import("#lib/i18n/dictionaries.ts"),
    ]);
    return new Problem(sentenceOf(error as AppError, wordsFor("en-GB")));
  }
  return error;
}

/** Reads what was given by the schema the forms have. A mistake in it is wrong usage. */
export function parseInput<Output>(
  schema: {
    safeParse(
      input: unknown,
    ):
      | { success: true; data: Output }
      | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
  },
  input: unknown,
): Output {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new WrongUsage(`--${String(issue?.path[0] ?? "")}: ${issue?.message.replaceAll("_", " ")}.`);
}
