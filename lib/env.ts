import { z } from "zod";

const webAddress = z.url({ protocol: /^https?$/, error: "must be a web address, such as https://desk.example.org" });

/** Every setting the running product reads. What only the starter reads (PORT, HOST) is in scripts/. */
const SETTINGS = {
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be a Postgres address: postgres://user:password@host:5432/name",
  }),
  /** Signs session cookies: 32 characters are 128 bits even when they are only hex digits. */
  AUTH_SECRET: z.string("must be set").min(32, "must have at least 32 characters"),
  /** Where readers and members reach the site, without a slash at the end. */
  PUBLIC_URL: webAddress.transform((address) => address.replace(/\/+$/, "")),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "must be fatal, error, warn, info, debug, trace or silent",
    })
    .default("info"),
} as const satisfies Record<string, z.ZodType>;

type Setting = keyof typeof SETTINGS;
type Env = { readonly [Name in Setting]: z.output<(typeof SETTINGS)[Name]> };

function mistake(name: Setting): string | null {
  const problem = SETTINGS[name].safeParse(given(name)).error?.issues[0];
  return problem ? `${name} ${problem.message}` : null;
}

/** An empty value is what a half-filled .env has: the same as none. */
function given(name: Setting): string | undefined {
  return process.env[name] || undefined;
}

/** Every setting that is missing or wrong, one sentence each: what a process checks before it begins. */
export function settingMistakes(): string[] {
  return Object.keys(SETTINGS).flatMap((name) => mistake(name as Setting) ?? []);
}

function read<Name extends Setting>(name: Name): Env[Name] {
  const wrong = mistake(name);
  if (wrong) throw new Error(wrong);
  return SETTINGS[name].parse(given(name)) as Env[Name];
}

/** The settings, each checked when it is read and not before: a build has none of them. */
export const env: Env = {
  get DATABASE_URL() {
    return read("DATABASE_URL");
  },
  get AUTH_SECRET() {
    return read("AUTH_SECRET");
  },
  get PUBLIC_URL() {
    return read("PUBLIC_URL");
  },
  get LOG_LEVEL() {
    return read("LOG_LEVEL");
  },
};
