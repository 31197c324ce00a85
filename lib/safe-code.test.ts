import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// What no code of the product does, whoever writes it: each would be a way in that no test of a feature looks for.

const SOURCES = globSync("{app,components,lib}/**/*.{ts,tsx}")
  .filter((path) => !/\.test\.tsx?$|^lib\/(?:db\/generated|testing)\//.test(path))
  .map((path) => ({ path, source: readFileSync(path, "utf8") }));

const found = (pattern: RegExp): string[] =>
  SOURCES.flatMap(({ path, source }) => [...source.matchAll(pattern)].map(([text]) => `${path}: ${text}`));

test("the sources are read", () => {
  expect(SOURCES.length).toBeGreaterThan(800);
});

test("statements are made with places for values, and what is put into them by itself is a name of ours", () => {
  expect(found(/\$(?:query|execute)RawUnsafe/gu)).toEqual([]);
  const raw = found(/Prisma\.raw\([^)]*\)/gu).map((use) => use.replace(/\(`"\$\{table\}"`\)/u, "(table)"));
  expect(raw.toSorted()).toEqual([
    "lib/claims/deleted-claims.ts: Prisma.raw(table)",
    "lib/claims/deleted-claims.ts: Prisma.raw(table)",
    "lib/comments/visible.ts: Prisma.raw(alias)",
    "lib/comments/visible.ts: Prisma.raw(alias)",
    "lib/insights/span.ts: Prisma.raw(column)",
    "lib/queue/queries.ts: Prisma.raw(view)",
    "lib/reviews/take-next.ts: Prisma.raw(String(rank)",
  ]);
});

test("no program is started and no text is run", () => {
  expect(found(/["'](?:node:)?child_process["']|["'](?:node:)?vm["']/gu)).toEqual([]);
  expect(found(/(?<![\w.])eval\(|new Function\(|setTimeout\(\s*["'`]/gu)).toEqual([]);
});

test("a transaction is asked one thing after the other: it is one connection", () => {
  // What Prisma asks by itself for several relations of one row is not seen here.
  expect(found(/Promise\.all\((?:(?!Promise\.all)[^;])*?\btx\b[.,][^;]*/gsu)).toEqual([]);
});

test("no HTML is made of strings in the browser", () => {
  expect(
    found(
      /dangerouslySetInnerHTML(?==)|\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write\(/gu,
    ),
  ).toEqual([]);
});

test("one cipher, one mode of it, and no hash but SHA-256, save for what every authenticator app has", () => {
  expect(found(/"(?:aes|des|rc4|chacha20)-[\w-]+"/giu)).toEqual(['lib/auth/sealing.ts: "aes-256-gcm"']);
  const hashes = found(/create(?:Hash|Hmac)\(\s*"[^"]+"|hkdfSync\(\s*"[^"]+"|algorithm: "SHA[^"]*"/gu);
  expect(hashes.length).toBeGreaterThan(20);
  expect(hashes.filter((use) => !use.endsWith('"sha256"'))).toEqual(['lib/auth/totp.ts: algorithm: "SHA1"']);
  expect(found(/create(?:Cipheriv|Decipheriv|Sign|Verify)\([^,)]*/gu).toSorted()).toEqual([
    "lib/auth/sealing.ts: createCipheriv(CIPHER",
    "lib/auth/sealing.ts: createDecipheriv(CIPHER",
  ]);
});

test("what is signed is signed with Ed25519", () => {
  expect(found(/generateKeyPairSync\([^,)]*/gu)).toEqual([
    'lib/storage/audit-folder.ts: generateKeyPairSync("ed25519"',
  ]);
});

test("nothing is written down but by the one logger, in words that are constants", () => {
  // The browser's own console alone: where React's error boundaries tell of what they caught.
  expect(found(/console\.\w+\(|process\.std(?:out|err)/gu)).toEqual([
    "components/shell/error-notice.tsx: console.error(",
  ]);
  const message = /\blog\.(?:trace|debug|info|warn|error|fatal)\(((?:[^()]|\([^()]*\))*)\)/gu;
  const calls = found(message);
  expect(calls.length).toBeGreaterThan(40);
  expect(calls.filter((call) => !/"[^"$]*",?\s*\)$/u.test(call))).toEqual([]);
});

test("of the addresses that are read, those near a command are these: pages have none", () => {
  // Signing in with the provider, which comes back by GET and is bound to who began it; next-auth's, which ends sessions by
  // POST; drafts, kept by PUT. Pages and their loaders may import no commands at all: lib/layers.test.ts.
  const writing = SOURCES.filter(
    ({ path, source }) =>
      /^app\/.*route\.ts$/u.test(path) && /\bGET\b/u.test(source) && /commands\.ts"/u.test(source),
  );
  expect(writing.map(({ path }) => path).toSorted()).toEqual([
    "app/api/auth/[...nextauth]/route.ts",
    "app/api/auth/oidc/callback/route.ts",
    "app/api/auth/oidc/route.ts",
    "app/api/desk/drafts/route.ts",
  ]);
});

test("passwords are typed where nobody reads along, may be pasted, and no form asks for a hint", () => {
  const fields = SOURCES.flatMap(({ path, source }) =>
    [...source.matchAll(/<(?:TextField|input)\b[^>]*?\bname="(?:password|newPassword|proof)"[^>]*>/gsu)].map(
      ([field]) => ({ path, field }),
    ),
  );
  expect(fields.length).toBeGreaterThan(8);
  expect(fields.filter(({ field }) => !field.includes('type="password"'))).toEqual([]);
  expect(fields.filter(({ field }) => !/autoComplete="(?:current|new)-password"/u.test(field))).toEqual([]);
  expect(found(/onPaste\b|autoComplete="off"/gu).filter((use) => use.startsWith("app/(auth)/"))).toEqual([]);
  const asked = SOURCES.filter(({ path }) => path.startsWith("app/(auth)/")).flatMap(({ source }) =>
    [...source.matchAll(/\bname="(\w+)"/gu)].map(([, name]) => name),
  );
  expect([...new Set(asked)].toSorted()).toEqual([
    ...["code", "dropPasskeys", "email", "from", "kind", "linkKey", "locale", "name", "newPassword"],
    ...["newsroomName", "password", "timeZone"],
  ]);
});

test("every page of the desk stands in the one frame that signs out", () => {
  const frames = SOURCES.filter(({ path }) => /^app\/desk\/(?:.*\/)?(?:layout|template)\.tsx$/u.test(path));
  expect(frames.map(({ path }) => path)).toEqual(["app/desk/layout.tsx"]);
  expect(frames[0]?.source).toMatch(/<DeskShell\b[^>]*signOut=\{signOutAction\}/su);
});

test("chance comes from the secure generator, save for when to try again", () => {
  const chance = found(/Math\.random\(\)/gu).filter((use) => use.startsWith("lib/"));
  expect(chance).toEqual(["lib/realtime/listener.ts: Math.random()"]);
});
