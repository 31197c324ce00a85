import { generateKeyPairSync } from "node:crypto";
import { expect, onTestFinished, test, vi } from "vitest";
import { beginningOf, type ChainedEvent, digestOf, linkHash, textsOf } from "#lib/audit/chain.ts";
import { signHead, statementOf } from "#lib/audit/heads.ts";
import { type CheckedRecord, checkListed, checkNow, checkRecord, recordIn } from "./record-check.ts";

const CHAIN = "01980000-0000-7000-8000-000000000001";
const AT = new Date("2026-03-01T10:00:00Z");

function newKey(): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  return privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
}

/** Of an article with four events, of which the second and the fourth are a claim's: of two, when `second` is another. */
function record(key = newKey(), second = "claim"): CheckedRecord & { v: 1 } {
  let previous = beginningOf(CHAIN);
  const links: CheckedRecord["links"] = [];
  const events: CheckedRecord["events"] = [];
  for (const number of [1, 2, 3, 4]) {
    const event: ChainedEvent = {
      ...{ id: `event-${number}`, seq: BigInt(number), at: AT, action: "claim.published", articleId: CHAIN },
      ...{ claimId: number === 4 ? second : "claim", subjectId: null },
      ...{ actorId: "a", actorName: "Ada", data: { number } },
      ...{ tokenId: null, tokenName: null, actorSalt: "s1", dataSalt: "s2" },
    };
    const digest = digestOf(event);
    const hash = linkHash(previous, digest);
    links.push({
      ...{ number, previous: previous.toString("hex") },
      ...{ digest: digest.toString("hex"), hash: hash.toString("hex") },
    });
    const { event: text, data } = textsOf(event);
    if (number % 2 === 0)
      events.push({ number, action: event.action, at: AT.toISOString(), event: text, data });
    previous = hash;
  }
  const head = signHead(key, {
    chain: CHAIN,
    length: 4,
    hash: links[3]?.hash ?? "",
    at: AT.toISOString(),
  });
  return { v: 1, claim: "a-claim", chain: CHAIN, events, links, head, signed: statementOf(head) };
}

const says = async (given: CheckedRecord) => (await checkRecord(given)).map((finding) => finding.says);

test("an honest record fits in every step, and so does one of which readers are not shown what was done", async () => {
  const honest = record();
  const right = ["linksRight", "eventsRight", "headRight", "signatureRight"];
  expect(await says(honest)).toEqual(right);
  expect(recordIn(JSON.stringify(honest))).toEqual(honest);
  expect(await says({ ...honest, events: honest.events.map((event) => ({ ...event, data: null })) })).toEqual(
    right,
  );
  // One that does not go back to the beginning, as long as it has no gaps.
  expect(await says({ ...honest, links: honest.links.slice(1) })).toEqual(right);
  const { head: _, signed: __, ...rest } = honest;
  expect(await says({ ...rest, head: null, signed: null })).toEqual([
    "linksRight",
    "eventsRight",
    "headNone",
  ]);
});

const first = <Item>(items: Item[]): Item => {
  const [item] = items;
  if (item === undefined) throw new Error("There is none");
  return item;
};
const headOf = ({ head }: CheckedRecord) => {
  if (!head) throw new Error("It has no head");
  return head;
};

const edit = <Thing extends object>(thing: Thing, other: Partial<Thing>) => Object.assign(thing, other);

test.each<[string, (given: CheckedRecord) => object, string]>([
  ["a word of an event", ({ events }) => edit(first(events), { event: "{}" }), "eventWrong"],
  ["when it was", ({ events }) => edit(first(events), { at: "2026-03-02T10:00:00.000Z" }), "eventWrong"],
  ["what it was", ({ events }) => edit(first(events), { action: "claim.withdrawn" }), "eventWrong"],
  ["an event that is none", ({ events }) => edit(first(events), { event: "null" }), "eventWrong"],
  ["which link an event has", ({ events }) => edit(first(events), { number: 3 }), "eventWrong"],
  ["what exactly was done", ({ events }) => edit(first(events), { data: "{}" }), "dataWrong"],
  ["a digest", ({ links }) => edit(first(links), { digest: "0".repeat(64) }), "linkWrong"],
  ["a hash that is none", ({ links }) => edit(first(links), { digest: "none" }), "linkWrong"],
  ["the beginning", ({ links }) => edit(first(links), { previous: "0".repeat(64) }), "linkLoose"],
  ["a link that is missing", ({ links }) => links.splice(2, 1), "linkLoose"],
  ["another chain's name", (given) => edit(given, { chain: "another" }), "linkLoose"],
  ["the end", (given) => given.links.splice(3, 1), "headWrong"],
  ["what was signed", (given) => edit(given, { signed: `${given.signed} ` }), "signatureWrong"],
  ["when it was signed", (given) => edit(headOf(given), { at: "2026-02-01T10:00:00.000Z" }), "headWrong"],
  [
    "the signature",
    (given) => edit(headOf(given), { signature: headOf(record()).signature }),
    "signatureWrong",
  ],
  ["the key", (given) => edit(headOf(given), { key: headOf(record()).key }), "signatureWrong"],
  ["a key that is none", (given) => edit(headOf(given), { key: "§" }), "signatureWrong"],
])("it shows when somebody changed %s", async (_, change, found) => {
  const altered = record();
  change(altered);
  const findings = await checkRecord(altered);
  expect(findings.filter(({ outcome }) => outcome === "wrong").map((finding) => finding.says)).toContain(
    found,
  );
});

test("a browser that knows no Ed25519 says so, and does not call the signature wrong", async () => {
  const lacking = vi
    .spyOn(crypto.subtle, "importKey")
    .mockRejectedValue(new DOMException("Unrecognized name", "NotSupportedError"));
  onTestFinished(() => lacking.mockRestore());
  expect(await says(record())).toEqual(["linksRight", "eventsRight", "headRight", "signatureUnknown"]);
});

test("what happened to another claim of the same article is not of this one's record", async () => {
  const findings = await checkRecord(record(newKey(), "another"));
  expect(findings.filter(({ outcome }) => outcome === "wrong")).toEqual([
    { outcome: "wrong", says: "eventOther", number: 4 },
  ]);
});

test("a record written anew is not the one of the site's list, nor the one that was kept", () => {
  const key = newKey();
  const [honest, forged] = [record(key), record(newKey(), "another")];
  expect(checkListed(honest, honest.head)).toMatchObject({ outcome: "right", number: 4 });
  expect(checkListed(forged, honest.head)).toMatchObject({ outcome: "wrong", says: "listWrong" });
  const other = { ...headOf(honest), hash: "0".repeat(64) };
  expect(checkListed(honest, other)).toMatchObject({ outcome: "wrong", says: "listWrong" });
  for (const listed of [null, "none", { ...headOf(honest), length: 9 }]) {
    expect(checkListed(honest, listed)).toMatchObject({ outcome: "unknown", says: "listUnknown" });
  }
  expect(checkNow(honest, record(key))).toMatchObject({ outcome: "right", number: 4 });
  const links = honest.links.map((link) => (link.number < 3 ? link : { ...link, hash: "0".repeat(64) }));
  expect(checkNow(honest, { ...honest, links })).toMatchObject({ outcome: "wrong", number: 3 });
  expect(checkNow(honest, { ...honest, links: [] })).toMatchObject({ outcome: "unknown" });
  expect(checkNow(honest, { ...honest, chain: "another" })).toMatchObject({
    outcome: "wrong",
    says: "nowOther",
  });
  expect(checkNow(honest, null)).toMatchObject({ outcome: "unknown", says: "nowUnknown" });
});

test("a record that was kept is not wrong because the newsroom signs with another key by now", () => {
  const [kept, now] = [record(), record()];
  const unsure = { outcome: "unknown", says: "listKey" };
  expect(checkListed(kept, now.head)).toEqual(unsure);
  expect(checkListed(kept, { ...headOf(now), length: 9, hash: "0".repeat(64) })).toEqual(unsure);
});

test("a file that leaves an event out, or names another claim's, is not what the site gives now", async () => {
  const honest = record();
  const [published, withdrawn] = honest.events;
  const lacking = { ...honest, events: published ? [published] : [] };
  expect(await says(lacking)).toEqual(["linksRight", "eventsRight", "headRight", "signatureRight"]);
  const left = { outcome: "wrong", says: "nowEvents", number: 4 };
  expect(checkNow(lacking, honest)).toEqual(left);
  expect(checkNow(honest, lacking)).toEqual(left);
  // What happened since, or before the links the site still gives, is no difference.
  const before = { ...lacking, links: honest.links.slice(0, 3) };
  expect(checkNow(before, honest)).toMatchObject({ outcome: "right" });
  const shorter = { ...honest, links: honest.links.slice(2), events: withdrawn ? [withdrawn] : [] };
  expect(checkNow(honest, shorter)).toMatchObject({ outcome: "right" });
});

test.each([
  ["", "null", "[]", '{"v":1}', "{"],
  [{ v: 2 }, { links: [{}] }, { links: null }, { events: [null] }, { head: {} }, { signed: 1 }].map((other) =>
    JSON.stringify({ ...record(), ...other }),
  ),
])("what is no record is not taken for one", (...texts) => {
  for (const text of texts) expect(recordIn(text), text).toBeNull();
});
