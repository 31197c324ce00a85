import { z } from "zod";
import { parseAllowedHosts } from "./fetching/allowed-hosts.ts";

function allowedHosts(text: string, { addIssue }: z.RefinementCtx): string[] {
  try {
    return parseAllowedHosts(text);
  } catch (error) {
    addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
}

const webAddress = z.url({
  protocol: /^https?$/,
  error: "must be a web address, such as https://desk.example.org",
});

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
  /**
   * Hosts of the newsroom's own network that may be fetched from all the same: `cms.example.org, cms:8080`. Never
   * those of a cloud's metadata.
   */
  FETCH_ALLOWED_HOSTS: z.string().default("").transform(allowedHosts),
  /** The server e-mail is sent through: `smtp://user:password@mail.example.org:587`, `smtps://…:465`. Empty: no e-mail. */
  SMTP_URL: z
    .union([
      z.literal(""),
      z.url({ protocol: /^smtps?$/, error: "must be a mail server: smtp://user:password@host:587" }),
    ])
    .default(""),
  /** Whom e-mail is from: `desk@example.org`, or `Proofmark <desk@example.org>`. Needed with SMTP_URL. */
  MAIL_FROM: z
    .string()
    .regex(/^$|^[^\r\n]*@[^\r\n]+$/, "must be an e-mail address, such as desk@example.org")
    .default(""),
  /** Folder for the bytes of kept copies. Relative to where the product is started; app and worker share it. */
  FILES_DIR: z.string().default(".data/files"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "must be fatal, error, warn, info, debug, trace or silent",
    })
    .default("info"),
} as const satisfies Record<string, z.ZodType>;

type Setting = keyof typeof SETTINGS;
type Env = { readonly [Name in Setting]: z.output<(typeof SETTINGS)[Name]> };

type Values = Readonly<Record<string, string | undefined>>;

/** What is wrong with a setting. An empty value is what a half-filled .env has: the same as none. */
function mistake(name: Setting, values: Values): string | null {
  const problem = SETTINGS[name].safeParse(values[name] || undefined).error?.issues[0];
  return problem ? `${name} ${problem.message}` : null;
}

/** Every setting that is missing or wrong, one sentence each: what a process checks before it begins. */
export function settingMistakes(values: Values = process.env): string[] {
  const mistakes = Object.keys(SETTINGS).flatMap((name) => mistake(name as Setting, values) ?? []);
  if (values.SMTP_URL && !values.MAIL_FROM) mistakes.push("MAIL_FROM must be set when SMTP_URL is");
  return mistakes;
}

function read<Name extends Setting>(name: Name): Env[Name] {
  const wrong = mistake(name, process.env);
  if (wrong) throw new Error(wrong);
  return SETTINGS[name].parse(process.env[name] || undefined) as Env[Name];
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
  get FETCH_ALLOWED_HOSTS() {
    return read("FETCH_ALLOWED_HOSTS");
  },
  get SMTP_URL() {
    return read("SMTP_URL");
  },
  get MAIL_FROM() {
    return read("MAIL_FROM");
  },
  get FILES_DIR() {
    return read("FILES_DIR");
  },
  get LOG_LEVEL() {
    return read("LOG_LEVEL");
  },
};
