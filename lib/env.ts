import { createPrivateKey } from "node:crypto";
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

const isRange = (text: string): boolean =>
  z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]).safeParse(text).success;

/** Http or https, a path at most behind the host: the rest of an address would be lost. */
function isServiceAddress(text: string): boolean {
  if (text === "") return true;
  const { protocol, username, search, hash } = URL.parse(text) ?? { protocol: "" };
  return /^https?:$/.test(protocol) && !username && !search && !hash;
}

/** Printable ASCII. What a header cannot hold, the error that says so quotes, and the log would have the key. */
const key = z
  .string()
  .regex(/^[\x21-\x7e]*$/, "must be a key as it was given, without spaces or line ends")
  .default("");

function isSigningKey(text: string): boolean {
  if (text === "") return true;
  try {
    const bytes = { key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" } as const;
    return createPrivateKey(bytes).asymmetricKeyType === "ed25519";
  } catch {
    return false; // Node says no more than that it cannot read it
  }
}

const yesOrNo = (usual: "yes" | "no") =>
  z
    .enum(["yes", "no"], { error: "must be yes or no" })
    .default(usual)
    .transform((answer) => answer === "yes");

/** Https, as what comes from there decides who is let in; http only on this machine, for trying things out. */
function isIssuer(text: string): boolean {
  if (text === "") return true;
  const { protocol, hostname, username, search, hash } = URL.parse(text) ?? { protocol: "", hostname: "" };
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return (protocol === "https:" || (protocol === "http:" && isHere)) && !username && !search && !hash;
}

const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);

/** Every setting the running product reads. What only the starter reads (PORT, HOST) is in scripts/. */
const SETTINGS = {
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be a Postgres address: postgres://user:password@host:5432/name",
  }),
  /** The same database past a bouncer that hands connections around: over those nobody can listen. Empty: as above. */
  LISTEN_DATABASE_URL: z
    .union([
      z.literal(""),
      z.url({ protocol: /^postgres(ql)?$/, error: "must be a Postgres address, or left out" }),
    ])
    .default(""),
  /** Signs session cookies: 32 characters are 128 bits even when they are only hex digits. */
  AUTH_SECRET: z.string("must be set").min(32, "must have at least 32 characters"),
  /** Where readers and members reach the site, without a slash at the end. */
  PUBLIC_URL: webAddress.transform((address) => address.replace(/\/+$/, "")),
  /**
   * Hosts of the newsroom's own network that may be fetched from all the same: `cms.example.org, cms:8080`. Never
   * those of a cloud's metadata.
   */
  FETCH_ALLOWED_HOSTS: z.string().default("").transform(allowedHosts),
  /**
   * Proxies in front of the product, by address or range: `127.0.0.1, 10.0.0.0/8, ::1`. Only what they say of who asks
   * (`X-Forwarded-For`) is believed; without one named, everybody behind a proxy counts as one sender.
   */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform(listOf)
    .refine((ranges) => ranges.every(isRange), "must be addresses or ranges, such as 127.0.0.1, 10.0.0.0/8"),
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
  /** An S3-compatible storage instead of the folder: where it answers. Empty: the folder. */
  FILES_S3_ENDPOINT: z
    .string()
    .refine(
      isServiceAddress,
      "must be the address of the storage, such as https://s3.eu-central-1.amazonaws.com",
    )
    .transform((address) => address.replace(/\/+$/, ""))
    .default(""),
  FILES_S3_BUCKET: z
    .string()
    .regex(
      /^$|^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      "must be the name of a bucket: 3 to 63 small letters, digits, dots and hyphens",
    )
    .default(""),
  FILES_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, "must be the name of a region, such as eu-central-1")
    .default("us-east-1"),
  FILES_S3_KEY_ID: key,
  FILES_S3_SECRET: key,
  /** Whether the bucket stands in the path, as most but Amazon want it: `https://host/bucket/…`. */
  FILES_S3_PATH_STYLE: yesOrNo("yes"),
  /**
   * Keys of an account at the Internet Archive (https://archive.org/account/s3.php): kept copies of what is cited in
   * public are then archived by the Wayback Machine too. Empty: nothing is.
   */
  WAYBACK_KEY: key,
  WAYBACK_SECRET: key,
  /** Where the Wayback Machine answers. Only tests have another. */
  WAYBACK_ENDPOINT: webAddress
    .transform((address) => address.replace(/\/+$/, ""))
    .default("https://web.archive.org"),
  /** A provider members may sign in with by OpenID Connect: the address it calls itself by. Empty: passwords only. */
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, "must be the https address of the sign-in provider, such as https://login.example.org")
    .default(""),
  /** What the provider knows this installation by, and the secret that goes with it. */
  OIDC_CLIENT_ID: key,
  OIDC_CLIENT_SECRET: key,
  /** What members call the provider: stands on the button. Empty: its host. */
  OIDC_NAME: z.string().trim().max(60, "must have at most 60 characters").default(""),
  /** Who may come from there, by what is behind the @ of their address: `example.org, example.net`. */
  OIDC_DOMAINS: z
    .string()
    .toLowerCase()
    .default("")
    .transform(listOf)
    .refine(
      (domains) => domains.every((domain) => z.hostname().safeParse(domain).success),
      "must be domains, such as example.org, example.net",
    ),
  /** The role of whoever comes for the first time and is no member. Empty: nobody new is let in. */
  OIDC_ROLE: z
    .enum(["", "reporter", "reviewer", "editor"], { error: "must be reporter, reviewer or editor" })
    .default(""),
  /** Whether who comes for the first time is taken for the member with the same e-mail address. */
  OIDC_LINK_BY_EMAIL: yesOrNo("no"),
  /** Who may read `/metrics`: `Authorization: Bearer` with this. Empty: nobody. */
  METRICS_TOKEN: key.refine((text) => text === "" || text.length >= 32, "must have at least 32 characters"),
  /** Whether every request that is not a reader's is written to the log, not only those that failed. */
  ACCESS_LOG: yesOrNo("no"),
  /** Folder for the signed heads of the audit log and the key that signs them; best on another disk than the database. */
  AUDIT_DIR: z.string().default(".data/audit"),
  /** The key that signs them: Ed25519, PKCS 8, DER in base64. Empty: one is made in the folder. */
  AUDIT_KEY: key.refine(isSigningKey, "must be an Ed25519 key: PKCS 8, DER in base64"),
  /** Requests a token, or an address without one, may make of the API in a minute; an address without one a tenth of it. */
  API_REQUESTS_PER_MINUTE: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(1_000_000, "must be at most 1000000")
    .default(6_000),
  /** Where spans are sent, by OTLP over HTTP: `http://127.0.0.1:4318`. Empty: nowhere, and nothing is loaded for it. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.union([z.literal(""), webAddress]).default(""),
  /** What the process is called there. Empty: proofmark-web and proofmark-worker. */
  OTEL_SERVICE_NAME: z.string().default(""),
  /** The share of traces that are sent, from 0 to 1, where no proxy decided it. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number("must be a number from 0 to 1")
    .min(0, "must be a number from 0 to 1")
    .max(1, "must be a number from 0 to 1")
    .default(1),
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
  if (Boolean(values.WAYBACK_KEY) !== Boolean(values.WAYBACK_SECRET)) {
    mistakes.push("WAYBACK_KEY and WAYBACK_SECRET must be set together");
  }
  return [...mistakes, ...bucketMistakes(values), ...providerMistakes(values)];
}

const OF_A_BUCKET = ["FILES_S3_BUCKET", "FILES_S3_KEY_ID", "FILES_S3_SECRET"] as const;

/** A storage is named whole or not at all: a half-named one would leave files in the folder unseen. */
function bucketMistakes(values: Values): string[] {
  if (values.FILES_S3_ENDPOINT) {
    return OF_A_BUCKET.filter((name) => !values[name]).map(
      (name) => `${name} must be set when FILES_S3_ENDPOINT is`,
    );
  }
  const named = OF_A_BUCKET.find((name) => values[name]);
  return named ? [`FILES_S3_ENDPOINT must be set when ${named} is`] : [];
}

const OF_A_PROVIDER = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_DOMAINS"] as const;

/** Without its domains a provider that anybody can have an account with would let anybody in. */
function providerMistakes(values: Values): string[] {
  if (values.OIDC_ISSUER) {
    return OF_A_PROVIDER.filter((name) => !values[name]).map(
      (name) => `${name} must be set when OIDC_ISSUER is`,
    );
  }
  const named = OF_A_PROVIDER.find((name) => values[name]);
  return named ? [`OIDC_ISSUER must be set when ${named} is`] : [];
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
  get LISTEN_DATABASE_URL() {
    return read("LISTEN_DATABASE_URL");
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
  get TRUSTED_PROXIES() {
    return read("TRUSTED_PROXIES");
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
  get FILES_S3_ENDPOINT() {
    return read("FILES_S3_ENDPOINT");
  },
  get FILES_S3_BUCKET() {
    return read("FILES_S3_BUCKET");
  },
  get FILES_S3_REGION() {
    return read("FILES_S3_REGION");
  },
  get FILES_S3_KEY_ID() {
    return read("FILES_S3_KEY_ID");
  },
  get FILES_S3_SECRET() {
    return read("FILES_S3_SECRET");
  },
  get FILES_S3_PATH_STYLE() {
    return read("FILES_S3_PATH_STYLE");
  },
  get WAYBACK_KEY() {
    return read("WAYBACK_KEY");
  },
  get WAYBACK_SECRET() {
    return read("WAYBACK_SECRET");
  },
  get WAYBACK_ENDPOINT() {
    return read("WAYBACK_ENDPOINT");
  },
  get OIDC_ISSUER() {
    return read("OIDC_ISSUER");
  },
  get OIDC_CLIENT_ID() {
    return read("OIDC_CLIENT_ID");
  },
  get OIDC_CLIENT_SECRET() {
    return read("OIDC_CLIENT_SECRET");
  },
  get OIDC_NAME() {
    return read("OIDC_NAME");
  },
  get OIDC_DOMAINS() {
    return read("OIDC_DOMAINS");
  },
  get OIDC_ROLE() {
    return read("OIDC_ROLE");
  },
  get OIDC_LINK_BY_EMAIL() {
    return read("OIDC_LINK_BY_EMAIL");
  },
  get METRICS_TOKEN() {
    return read("METRICS_TOKEN");
  },
  get ACCESS_LOG() {
    return read("ACCESS_LOG");
  },
  get AUDIT_DIR() {
    return read("AUDIT_DIR");
  },
  get AUDIT_KEY() {
    return read("AUDIT_KEY");
  },
  get API_REQUESTS_PER_MINUTE() {
    return read("API_REQUESTS_PER_MINUTE");
  },
  get OTEL_EXPORTER_OTLP_ENDPOINT() {
    return read("OTEL_EXPORTER_OTLP_ENDPOINT");
  },
  get OTEL_SERVICE_NAME() {
    return read("OTEL_SERVICE_NAME");
  },
  get OTEL_TRACES_SAMPLER_ARG() {
    return read("OTEL_TRACES_SAMPLER_ARG");
  },
  get LOG_LEVEL() {
    return read("LOG_LEVEL");
  },
};
