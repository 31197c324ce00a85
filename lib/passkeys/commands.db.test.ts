import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { getHeldOfMember } from "#lib/erasure/queries.ts";
import { disableMember } from "#lib/members/commands.ts";
import { makeMember, makeSecondStep } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { addPasskey, beginPasskey, beginPasskeySignIn, removePasskey, signInByPasskey } from "./commands.ts";
import { listPasskeys } from "./queries.ts";

const NOW = new Date("2026-11-20T09:30:00Z");
const PASSWORD = "four words in a row";
const SENDER = "192.0.2.1";
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

let actor: Actor;
let other: Actor;

beforeEach(async () => {
  await resetDb();
  actor = await makeMember({ email: "ada@desk.example", passwordHash: await hashPassword(PASSWORD) });
  other = await makeMember({ role: "admin" });
});

type Odd = { origin?: string; rpID?: string; isVerified?: boolean; counter?: number; type?: string };

const site = new URL(env.PUBLIC_URL);
const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest();

/** A device as the standard has it, with one key. */
class Device {
  readonly id = randomBytes(16);
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  });

  #clientData(type: string, challenge: string, { origin = site.origin }: Odd): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #head(isNew: boolean, { rpID = site.hostname, isVerified = true, counter = 0 }: Odd): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (isNew ? 0x40 : 0);
    return Buffer.concat([sha256(rpID), Buffer.from([flags]), count]);
  }

  make(challenge: string, odd: Odd = {}) {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const key = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, "base64url"))],
        [-3, new Uint8Array(Buffer.from(y, "base64url"))],
      ]),
    );
    const length = Buffer.from([0, this.id.length]);
    const authData = Buffer.concat([this.#head(true, odd), Buffer.alloc(16), length, this.id, key]);
    const attestation = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData)],
      ]),
    );
    return {
      id: this.id.toString("base64url"),
      response: {
        clientDataJSON: this.#clientData(odd.type ?? "webauthn.create", challenge, odd).toString("base64url"),
        attestationObject: Buffer.from(attestation).toString("base64url"),
      },
    };
  }

  sign(challenge: string, { of = actor, ...odd }: Odd & { of?: Actor } = {}) {
    const clientData = this.#clientData(odd.type ?? "webauthn.get", challenge, odd);
    const head = this.#head(false, odd);
    const signature = sign("sha256", Buffer.concat([head, sha256(clientData)]), this.#keys.privateKey);
    return {
      id: this.id.toString("base64url"),
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: head.toString("base64url"),
        signature: signature.toString("base64url"),
        userHandle: Buffer.from(of.id).toString("base64url"),
      },
    };
  }
}

const begin = async (who = actor) =>
  (await beginPasskey({ actor: who, password: PASSWORD, now: NOW })).challenge;

async function add(odd: Odd = {}, device = new Device()): Promise<Device> {
  await addPasskey({ actor, name: "Phone", made: device.make(await begin(), odd), now: NOW });
  return device;
}

const ask = async (now = NOW) => (await beginPasskeySignIn({ sender: SENDER, now })).challenge;
const enter = (signed: ReturnType<Device["sign"]>, now = NOW) =>
  signInByPasskey({ signed, sender: SENDER, userAgent: "A browser", now });
const told = async () =>
  (
    await db.auditEvent.findMany({
      where: { action: { startsWith: "member." }, subjectId: actor.id },
      orderBy: { seq: "asc" },
    })
  ).map(({ action }) => action);

const refused = (reason: string) => ({ reason });

describe("adding one", () => {
  test("takes the password, and keeps the public half alone", async () => {
    const wrong = beginPasskey({ actor, password: "other words in a row", now: NOW });
    await expect(wrong).rejects.toMatchObject(refused("wrong_password"));
    await add();
    expect(await listPasskeys(actor.id)).toMatchObject([{ name: "Phone", createdAt: NOW, lastUsedAt: null }]);
    expect(await listPasskeys(other.id)).toEqual([]);
    expect(await told()).toEqual(["member.passkey_added"]);
  });

  test.each<[string, Odd]>([
    ["from another address", { origin: "https://desk.example.evil" }],
    ["for another address", { rpID: "desk.example.evil" }],
    ["without the person being known to the device", { isVerified: false }],
    ["as a sign-in", { type: "webauthn.get" }],
  ])("%s is refused, and its challenge is used up", async (_, odd) => {
    const device = new Device();
    const challenge = await begin();
    const made = addPasskey({ actor, name: "Phone", made: device.make(challenge, odd), now: NOW });
    await expect(made).rejects.toMatchObject(refused("passkey_refused"));
    const right = addPasskey({ actor, name: "Phone", made: device.make(challenge), now: NOW });
    await expect(right).rejects.toMatchObject(refused("passkey_over"));
    expect([await db.passkey.count(), await told()]).toEqual([0, []]);
  });

  test("answers what the same member was asked a moment ago", async () => {
    const device = new Device();
    const challenge = await begin();
    const over = refused("passkey_over");
    const by = (who: Actor, made: ReturnType<Device["make"]>, now = NOW) =>
      addPasskey({ actor: who, name: "Phone", made, now });
    await expect(by(other, device.make(challenge))).rejects.toMatchObject(over);
    await expect(by(actor, device.make(challenge), minutes(5))).rejects.toMatchObject(over);
    await expect(by(actor, device.make(await ask()))).rejects.toMatchObject(over);
    await expect(by(actor, device.make("made up"))).rejects.toMatchObject(over);
    await by(actor, device.make(challenge));
    const again = by(actor, device.make(await begin()));
    await expect(again).rejects.toMatchObject(refused("passkey_known"));
    expect(await db.passkey.count()).toBe(1);
  });

  test("ends at twenty", async () => {
    await add();
    const { memberId, publicKey, counter, createdAt } = await db.passkey.findFirstOrThrow();
    const challenge = await begin();
    await db.passkey.createMany({
      data: Array.from({ length: 19 }, (_, at) => ({
        memberId,
        name: `${at}`,
        credentialId: new Uint8Array(randomBytes(16)),
        publicKey,
        counter,
        createdAt,
      })),
    });
    const most = refused("too_many_passkeys");
    await expect(begin()).rejects.toMatchObject(most);
    const late = addPasskey({ actor, name: "Phone", made: new Device().make(challenge), now: NOW });
    await expect(late).rejects.toMatchObject(most);
  });
});

describe("signing in by one", () => {
  test("opens a session, stands for both steps, and notes when", async () => {
    const device = await add();
    await makeSecondStep(actor);
    expect(await enter(device.sign(await ask(), { counter: 1 }), minutes(1))).toMatchObject({
      member: { id: actor.id },
      email: "ada@desk.example",
    });
    expect(await db.session.findMany({ select: { memberId: true, userAgent: true } })).toEqual([
      { memberId: actor.id, userAgent: "A browser" },
    ]);
    expect(await listPasskeys(actor.id)).toMatchObject([{ lastUsedAt: minutes(1) }]);
    expect((await told()).at(-1)).toBe("member.signed_in");
    const [event] = await db.auditEvent.findMany({ orderBy: { seq: "desc" }, take: 1 });
    expect(event?.data).toEqual({ by: "passkey", secondStep: null });
  });

  test("takes a challenge once, also raced, not a later one, and not a member's", async () => {
    const device = await add();
    const over = refused("passkey_over");
    const signed = device.sign(await ask());
    const tries = await Promise.allSettled([enter(signed), enter(signed), enter(signed)]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    await expect(enter(signed)).rejects.toMatchObject(over);
    await expect(enter(device.sign(await ask()), minutes(5))).rejects.toMatchObject(over);
    await expect(enter(device.sign(await begin()))).rejects.toMatchObject(over);
    await expect(enter(device.sign("made up"))).rejects.toMatchObject(over);
    expect(await db.session.count()).toBe(1);
  });

  test.each<[string, Odd]>([
    ["another address", { origin: "https://desk.example.evil" }],
    ["a key for another address", { rpID: "desk.example.evil" }],
    ["a device that did not know the person", { isVerified: false }],
    ["an answer to something else", { type: "webauthn.create" }],
  ])("is refused from %s", async (_, odd) => {
    const device = await add();
    const tried = enter(device.sign(await ask(), odd));
    await expect(tried).rejects.toMatchObject(refused("passkey_refused"));
    expect(await db.session.count()).toBe(0);
    await enter(device.sign(await ask()));
  });

  test("is refused with another key's signature, or as somebody else", async () => {
    const device = await add();
    const signed = new Device().sign(await ask());
    const tried = enter({ ...signed, id: device.id.toString("base64url") });
    await expect(tried).rejects.toMatchObject(refused("passkey_refused"));
    const unknown = refused("passkey_unknown");
    await expect(enter(device.sign(await ask(), { of: other }))).rejects.toMatchObject(unknown);
    await expect(enter(new Device().sign(await ask()))).rejects.toMatchObject(unknown);
    expect(await db.session.count()).toBe(0);
  });

  test("is refused where the counter stands still or goes back, and that is written down", async () => {
    const device = await add({ counter: 4 });
    await enter(device.sign(await ask(), { counter: 7 }));
    for (const counter of [7, 6, 0]) {
      const tried = enter(device.sign(await ask(), { counter }));
      await expect(tried).rejects.toMatchObject(refused("passkey_copied"));
    }
    expect(await db.session.count()).toBe(1);
    expect((await told()).filter((action) => action === "member.passkey_refused")).toHaveLength(3);
    await enter(device.sign(await ask(), { counter: 8 }));
  });

  test("goes on where the device does not count", async () => {
    const device = await add();
    await enter(device.sign(await ask()));
    await enter(device.sign(await ask()));
    expect(await db.session.count()).toBe(2);
  });

  test("ends when it is removed, which nobody else does", async () => {
    const device = await add();
    const [passkey] = await listPasskeys(actor.id);
    const passkeyId = passkey?.id ?? "";
    const foreign = removePasskey({ actor: other, passkeyId, now: NOW });
    await expect(foreign).rejects.toMatchObject(refused("not_found"));
    await removePasskey({ actor, passkeyId, now: NOW });
    const notices = await db.notification.findMany({
      orderBy: { id: "asc" },
      select: { memberId: true, kind: true },
    });
    expect(notices).toEqual([
      { memberId: actor.id, kind: "passkey_added" },
      { memberId: actor.id, kind: "passkey_removed" },
    ]);
    const tried = enter(device.sign(await ask()));
    await expect(tried).rejects.toMatchObject(refused("passkey_unknown"));
    expect([await listPasskeys(actor.id), await db.session.count()]).toEqual([[], 0]);
    expect(await told()).toEqual(["member.passkey_added", "member.passkey_removed"]);
  });

  test("lets no disabled member in", async () => {
    const device = await add();
    await disableMember({ actor: other, memberId: actor.id, now: NOW });
    const tried = enter(device.sign(await ask()));
    await expect(tried).rejects.toMatchObject(refused("member_disabled"));
    expect(await db.session.count()).toBe(0);
  });

  test("is tried thirty times from one address, and right ones do not count", async () => {
    const device = await add();
    await enter(device.sign(await ask()));
    const asked = await Promise.allSettled(Array.from({ length: 40 }, () => ask()));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(30);
    await expect(ask()).rejects.toMatchObject(refused("too_many_guesses"));
    await enter(device.sign(await ask(minutes(15))), minutes(15));
    expect(await db.passkeyChallenge.count()).toBe(0);
  });
});

test("what the desk holds of a member names their passkeys and not the keys' names", async () => {
  const device = await add();
  const held = await getHeldOfMember(actor.id);
  expect(held?.account.passkeys).toMatchObject([{ name: "Phone" }]);
  expect(JSON.stringify(held)).not.toContain(device.id.toString("hex"));
  expect(held?.account).not.toHaveProperty("passkey_challenges");
});
