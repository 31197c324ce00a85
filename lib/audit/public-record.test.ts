import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginningOf, digestOf, linkHash, textsOf } from "./chain.ts";
import { signHead, statementOf } from "./heads.ts";
import type { PublicRecord } from "./public-record.ts";

// The program that docs/audit.md gives readers, as they run it.

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "record-"));
  const [, program = ""] = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/audit.md", "utf8")) ?? [];
  writeFileSync(join(folder, "check.mjs"), program);
});
afterAll(() => rmSync(folder, { recursive: true }));

const chain = "018f0000-0000-7000-8000-000000000001";
const events = [1, 2, 3, 4].map((number) => ({
  ...{ id: `018f0000-0000-7000-8000-00000000001${number}`, seq: BigInt(number), at: new Date(number) },
  ...{ action: "claim.withdrawn", articleId: chain, claimId: chain, subjectId: null },
  ...{
    actorId: null,
    actorName: "Zoë",
    tokenId: null,
    tokenName: null,
    data: { reason: "“Ünï”" },
    actorSalt: chain,
    dataSalt: chain,
  },
}));
const { privateKey } = generateKeyPairSync("ed25519");

/** A record whose first and only public event is this one of four. */
function recordFrom(first: number): PublicRecord {
  let previous = beginningOf(chain);
  const links = events.map((event, at) => {
    const before = previous;
    const digest = digestOf(event);
    previous = linkHash(before, digest);
    const [a, b, c] = [before, digest, previous].map((bytes) => bytes.toString("hex"));
    return { number: at + 1, previous: a ?? "", digest: b ?? "", hash: c ?? "" };
  });
  const head = signHead(privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"), {
    ...{ chain, length: 3, hash: links[2]?.hash ?? "", at: new Date(9).toISOString() },
  });
  const shown = events.slice(first - 1, first).map((event) => {
    const { event: text, data } = textsOf(event);
    const action = "claim.withdrawn" as const;
    return { number: first, action, at: event.at.toISOString(), event: text, data };
  });
  const rest = { head, signed: statementOf(head), omitted: 0 };
  return { v: 1, claim: "taxes-fell", chain, events: shown, links: links.slice(first - 1), ...rest };
}

/** What the program says of a file; throws with what it writes when it fails. */
function run(json: string): string {
  const file = join(folder, "record.json");
  writeFileSync(file, json);
  return execFileSync(process.execPath, [join(folder, "check.mjs"), file], {
    encoding: "utf8",
    stdio: "pipe",
  });
}

describe("the documented program", () => {
  test.each([1, 2])("passes a record that begins at link %i", (first) => {
    expect(run(JSON.stringify(recordFrom(first)))).toContain("fits, links to 3 signed");
  });

  test("says that nothing is signed yet", () => {
    expect(run(JSON.stringify({ ...recordFrom(2), head: null, signed: null }))).toBe(
      "fits, not signed yet\n",
    );
  });

  test.each([
    ["an action", '"action":"claim.withdrawn"', '"action":"claim.corrected"'],
    ["a reason", "Ünï", "Uni"],
    ["the length of the head", '"length":3', '"length":4'],
    ["the time of the head", "1970-01-01T00:00:00.009Z", "1970-01-01T00:00:00.008Z"],
    ["a number", '"number":3', '"number":5'],
    ["the chain", `"chain":"${chain}"`, `"chain":"${chain.replace("1", "2")}"`],
  ])("fails when %s was altered", (_, from, to) => {
    const altered = JSON.stringify(recordFrom(2)).replaceAll(from, to);
    expect(altered).not.toBe(JSON.stringify(recordFrom(2)));
    expect(() => run(altered)).toThrow("does not fit");
  });

  test.each(["previous", "digest", "hash"] as const)("fails when a link's %s was altered", (field) => {
    const record = recordFrom(2);
    const links = record.links.map((link, at) => (at === 1 ? { ...link, [field]: "00".repeat(32) } : link));
    expect(() => run(JSON.stringify({ ...record, links }))).toThrow("does not fit");
  });
});
