import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

// The map of docs/architecture.md as a test: who may import whom, what files are called, what no path may reach.

/**
 * A row: a layer | what it may import besides itself | packages, by the start of their names.
 * `pure` stands for what is safe anywhere, the browser included; `screen` for what draws.
 */
const TABLE = `
  pure       | agreement anchoring auth/pure base i18n likeness proving suggesting values
  screen     | react react-dom next lucide-react @base-ui/react

  app        | contract components locale ui loaders actions rules schema session pure            | screen @simplewebauthn/browser
  api        | contract queries commands rules schema session auth oidc realtime storage db operation process pure | next next-auth node:timers zod
  contract   | queries commands rules schema part db guarding process storage pure          | node:crypto node:timers zod
  components | locale ui actions rules schema part pure                                  | screen markdown-it schema-dts uqr
  ui         | base locale i18n                                                            | screen
  locale     | i18n                                                                      | react

  actions    | loaders commands queries rules schema session archiving oidc request pure                | next
  loaders    | queries rules schema part session sealing asked archiving guarding picturing process pure                   | next react
  job        | commands queries rules schema values part jobs mail archiving fetching guarding importing storage anchoring i18n base process | node:crypto node:util node:zlib
  commands   | queries rules schema part auth sealing db generated slugs jobs realtime guarding importing archiving storage pure | node:crypto node:util node:zlib
  queries    | rules schema part db generated sealing pure                                       | zod
  part       | queries rules schema picturing db generated pure                          | node:crypto schema-dts feedsmith zod
  rules      | schema values anchoring auth/pure base
  schema     | values anchoring auth/pure base i18n                                           | zod
  values     | auth/pure

  agreement  |                                                                           |
  anchoring  |                                                                           | approx-string-match
  archiving  | base process                                                              | zod
  asked      | base i18n                                                                 | next
  auth       | auth/pure base db process                                                 | @node-rs/argon2 @simplewebauthn/server @zxcvbn-ts/language-common next-auth node:http
  auth/pure  | base
  backup     | auth auth/pure db storage                                                         | pg pg-boss pg-copy-streams node: zod
  db         | generated process                                                         | @prisma/adapter-pg @prisma/driver-adapter-utils node:async_hooks node:timers node:v8 pg zod
  delivery   | base i18n                                                                 | htmlparser2 light-my-request lru-cache node: react react-dom/server
  embedding  | anchoring i18n                                                            |
  fetching   | base process                                                              | node:
  guarding   | base db process                                                                | node:crypto node:http node:net
  i18n       | base
  importing  | anchoring base                                                            | @mozilla/readability feedsmith file-type htmlparser2 html-encoding-sniffer unpdf node:worker_threads
  jobs       | db process                                                                | pg-boss zod
  likeness   |                                                                           |
  mail       | base process                                                              | nodemailer
  oidc       | base process                                                              | oauth4webapi
  operation  | base db process storage                                                   | @opentelemetry prom-client node:
  picturing  | anchoring i18n                                                            | sharp node:
  proving    |                                                                           |
  realtime   | db process                                                                | pg zod node:timers
  storage    | base process                                                              | aws4fetch node:
  suggesting | anchoring                                                                 |
  sealing    | process                                                                   | node:crypto otpauth
  session    | auth auth/pure base guarding process                                      | next react
  worker     | jobs job operation process                                                          | pg-boss

  base       |                                                                           | zod
  process    |                                                                           | pino zod node:async_hooks node:crypto
  request    | session base db i18n process                                              | next zod
  slugs      | db                                                                        | node:crypto
`;

type Layer = { may: ReadonlySet<string>; packages: readonly string[] };

/** The table's rows by the name of the layer, groups written out. */
const LAYERS = new Map<string, Layer>();
for (const row of TABLE.split("\n").filter((line) => line.trim() !== "")) {
  const [layer = "", may = "", packages = ""] = row.split("|").map((cell) => cell.trim());
  const names = (cell: string) =>
    cell.split(" ").flatMap((name) => (name === "pure" || name === "screen" ? [...membersOf(name)] : name));
  LAYERS.set(layer, { may: new Set(names(may)), packages: names(packages).filter(Boolean) });
}

function membersOf(group: string): ReadonlySet<string> {
  return LAYERS.get(group)?.may ?? new Set();
}

const NOUNS = [
  "account",
  "archives",
  "articles",
  "assignments",
  "audit",
  "bulk",
  "check-files",
  "claimants",
  "claims",
  "comments",
  "drafts",
  "entry-links",
  "erasure",
  "evidence",
  "feeds",
  "files",
  "foreign-checks",
  "history",
  "handover",
  "imports",
  "insights",
  "intake",
  "invitations",
  "members",
  "notifications",
  "passages",
  "passkeys",
  "policies",
  "presence",
  "publishing",
  "queue",
  "replies",
  "reviews",
  "revisions",
  "search",
  "shortcuts",
  "sightings",
  "single-sign-on",
  "snapshots",
  "sources",
  "suggestions",
  "tips",
  "tokens",
  "topics",
  "translations",
  "two-factor",
  "verdicts",
  "views",
  "watch",
  "webhooks",
];
const ROLES = ["actions", "commands", "jobs", "loaders", "queries", "rules", "schema", "values"];
/** What one noun may take from another; the request half may also ask another's loaders. */
const SHARED_ROLES = ["commands", "loaders", "queries", "rules", "schema", "values"];

/** Files whose layer is not that of their folder. */
const SINGLE_FILES = new Map([
  ["app/metrics/route.ts", "api"],
  ["lib/action.ts", "request"],
  ["lib/asked-id.ts", "process"],
  ["lib/asked-page.ts", "asked"],
  ["lib/auth/nobodys-hash.ts", "auth/pure"],
  ["lib/auth/policy.ts", "auth/pure"],
  ["lib/auth/refusals.ts", "session"],
  ["lib/auth/return-path.ts", "auth/pure"],
  ["lib/auth/sealing.ts", "sealing"],
  ["lib/auth/session.ts", "session"],
  ["lib/auth/totp.ts", "sealing"],
  ["lib/auth/ways-in.ts", "auth/pure"],
  ["lib/env.ts", "process"],
  ["lib/fetching/allowed-hosts.ts", "process"],
  ["lib/jobs/worker.ts", "worker"],
  ["lib/log.ts", "process"],
  ["lib/once.ts", "request"],
  ["lib/slug.ts", "slugs"],
  ["lib/tracing.ts", "process"],
]);

function layerOf(path: string): string {
  const [root = "", folder = "", file = ""] = path.split("/");
  const single = SINGLE_FILES.get(path);
  if (single) return single;
  if (root === "app") return folder === "api" ? "api" : "app";
  if (root === "components") return folder === "ui" || folder === "locale" ? folder : "components";
  if (path.startsWith("lib/db/generated/")) return "generated";
  if (folder.endsWith(".ts")) return "base";
  if (folder === "api") return "contract";
  if (!NOUNS.includes(folder)) return folder;
  const role = file.replace(/\.ts$/, "");
  if (role === "jobs") return "job";
  return ROLES.includes(role) ? role : "part";
}

function nounOf(path: string): string | undefined {
  return NOUNS.find((noun) => path.startsWith(`lib/${noun}/`));
}

type Import = { target: string; typeOnly: boolean };
type Module = { path: string; layer: string; source: string; imports: Import[] };

/** Relative and `#` imports become paths from the root of the project, packages stay as they are. */
function importsOf(path: string, source: string): Import[] {
  const statements = source.matchAll(
    /^(?:import|export)\s(?<type>type\s)?(?:[^"';]*?\sfrom\s)?"(?<from>[^"]+)"/gm,
  );
  const calls = source.matchAll(/\bimport\("(?<from>[^"]+)"\)/g);
  return [...statements, ...calls].map(({ groups }) => {
    const from = groups?.from ?? "";
    const target = from.startsWith("#")
      ? from.slice(1)
      : from.startsWith(".")
        ? join(path, "..", from)
        : from;
    return { target, typeOnly: groups?.type !== undefined };
  });
}

const MODULES = new Map<string, Module>(
  globSync("{app,components,lib}/**/*.{ts,tsx}")
    .filter((path) => !/\.test\.tsx?$|^lib\/(db\/generated|testing)\//.test(path))
    .map((path) => {
      const source = readFileSync(path, "utf8");
      return [path, { path, layer: layerOf(path), source, imports: importsOf(path, source) }];
    }),
);
const modules = [...MODULES.values()];

const isOurs = (target: string) => /^(app|components|lib)\//.test(target);

/** Layers above these may read a noun's types: types are gone when the code runs. */
const STRICT = new Set([
  "anchoring",
  "auth/pure",
  "base",
  "i18n",
  "importing",
  "process",
  "rules",
  "schema",
  "values",
]);

/** What is wrong with one import, or null. */
function problem({ path, layer }: Module, { target, typeOnly }: Import): string | null {
  const { may, packages } = LAYERS.get(layer) ?? { may: new Set(), packages: [] };
  const wanted = isOurs(target) ? layerOf(target) : null;
  const allowed =
    wanted === null
      ? [...packages, "server-only"].some((name) =>
          `${target}/`.startsWith(name.endsWith(":") ? name : `${name}/`),
        )
      : wanted === layer || may.has(wanted) || (typeOnly && !STRICT.has(layer) && READ_AS_TYPES.has(wanted));
  return allowed ? null : `${path} imports ${target}`;
}

const READ_AS_TYPES = new Set([...ROLES, "part", "db", "importing", "request"]);

/** Every module that running `from` would load. `stop` says where the search ends. */
function reachable(from: Module, stop: (module: Module) => boolean = () => false): Set<string> {
  const seen = new Set<string>();
  const visit = (module: Module): void => {
    for (const { target, typeOnly } of module.imports) {
      if (typeOnly || seen.has(target)) continue;
      seen.add(target);
      const next = MODULES.get(target);
      if (next && !stop(next)) visit(next);
    }
  };
  visit(from);
  return seen;
}

describe("imports", () => {
  test("every file has a layer, and no file or noun named here is gone", () => {
    expect(modules.filter(({ layer }) => !LAYERS.has(layer)).map(({ path }) => path)).toEqual([]);
    expect(NOUNS.filter((noun) => !existsSync(join("lib", noun)))).toEqual([]);
    expect([...SINGLE_FILES.keys()].filter((path) => !MODULES.has(path))).toEqual([]);
  });

  test("go from a layer only to those its row of the map names", () => {
    expect(
      modules.flatMap((module) => module.imports.flatMap((each) => problem(module, each) ?? [])),
    ).toEqual([]);
  });

  test("between nouns go only through rules, schema, values, queries, commands and, in the request half, loaders", () => {
    const between = modules.flatMap(({ path, imports }) =>
      imports.flatMap(({ target, typeOnly }) => {
        const [from, to] = [nounOf(path), nounOf(target)];
        const crosses = from && to && from !== to && !typeOnly;
        return crosses && !SHARED_ROLES.includes(layerOf(target)) ? `${path} imports ${target}` : [];
      }),
    );
    expect(between).toEqual([]);
  });

  test("never go round in a circle", () => {
    const circular = modules.filter((module) => reachable(module).has(module.path)).map(({ path }) => path);
    expect(circular).toEqual([]);
  });
});

describe("no path leads", () => {
  test("from a public page to the session", () => {
    expect(
      paths(
        /^app\/(\(public\)\/|[^/]+\.tsx$)/,
        /^lib\/auth\/(session|cookie)\.ts$|^next\/headers$|^next-auth/,
        (module) => isAction(module) || module.path === "lib/asked-page.ts",
      ),
    ).toEqual([]);
  });

  test("from what readers send to the session", () => {
    // What runs actions asks who sends, of forms that a script gave an id: readers' have none.
    const runsActions = ({ path }: Module) => path === "lib/action.ts";
    const session = /^lib\/auth\/(session|cookie)\.ts$|^next-auth/;
    expect(paths(/^lib\/intake\//, session, runsActions)).toEqual([]);
  });

  test("from the core half to the request", () => {
    const core = /^lib\/[^/]+\/(queries|commands|jobs|rules|schema|values)\.ts$|^lib\/jobs\//;
    expect(paths(core, /^(next|react)(\/|$)|^lib\/auth\/session\.ts$|\/(loaders|actions)\.ts$/)).toEqual([]);
  });

  test("from the browser's code to the server's, except over an action", () => {
    const server =
      /^lib\/(db|env|log|jobs|importing|testing)\b|\/(queries|commands|loaders)\.ts$|^lib\/auth\/(session|cookie|passwords)|^node:|^server-only$/;
    const client = modules.filter(({ source }) => source.startsWith('"use client"'));
    expect(client.length).toBeGreaterThan(0);
    const leaks = client.flatMap((module) =>
      [...reachable(module, isAction)]
        .filter((target) => server.test(target))
        .map((target) => `${module.path} reaches ${target}`),
    );
    expect(leaks).toEqual([]);
  });

  test("from the product to what only tests use", () => {
    expect(paths(/./, /^lib\/testing\//)).toEqual([]);
  });
});

/** A page names an action in its forms; it runs when one is sent. */
function isAction({ source }: Module): boolean {
  return source.startsWith('"use server"');
}

/** Every way from a file that matches `from` to one that matches `to`. `stop` says where the search ends. */
function paths(from: RegExp, to: RegExp, stop?: (module: Module) => boolean): string[] {
  return modules
    .filter(({ path }) => from.test(path))
    .flatMap((module) =>
      [...reachable(module, stop)]
        .filter((target) => to.test(target))
        .map((target) => `${module.path} reaches ${target}`),
    );
}

/** Tests of all there is, which stand beside nothing. */
const OF_ALL = [
  "lib/layers.test.ts",
  "lib/access.db.test.ts",
  "lib/blind.db.test.ts",
  "lib/fails-closed.db.test.ts",
  "lib/asvs.test.ts",
  "lib/limits.test.ts",
  "lib/safe-code.test.ts",
  "lib/safekeeping.test.ts",
];

describe("files", () => {
  const files = globSync("{app,components,lib}/**/*.{ts,tsx}").filter(
    (path) => !path.startsWith("lib/db/generated/"),
  );

  test("have names that say what is in them", () => {
    const vague = /(^|\/)(utils?|helpers?|misc|common|shared|constants|types|index)(\/|\.tsx?$)/;
    expect(files.filter((path) => vague.test(path) && !path.startsWith("lib/i18n/"))).toEqual([]);
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.db)?(\.test)?\.tsx?$/;
    expect(files.filter((path) => !kebab.test(path.slice(path.lastIndexOf("/") + 1)))).toEqual([]);
  });

  test("of tests stand beside what they test", () => {
    const lost = files.filter((path) => {
      const subject = path.replace(/(\.db)?\.test(?=\.tsx?$)/, "");
      return (
        subject !== path &&
        !OF_ALL.includes(path) &&
        !files.includes(subject) &&
        !files.includes(subject.replace(/x$/, "")) &&
        !files.includes(`${subject}x`)
      );
    });
    expect(lost).toEqual([]);
  });
});
