import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./canonical.ts";
import type { Head } from "./verify.ts";

/** A head with the newsroom's word for it: an Ed25519 signature of its canonical JSON. Key and signature in base64. */
export const signedHead = z.strictObject({
  v: z.literal(1),
  chain: z.uuid(),
  length: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  key: z.base64(),
  signature: z.base64(),
});
export type SignedHead = z.infer<typeof signedHead>;

/** The head in a line as it is kept; null when it is none. */
export function headIn(line: string): SignedHead | null {
  try {
    return signedHead.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** A head as the database has it. */
export type HeadRow = Pick<SignedHead, "chain" | "length" | "key" | "signature"> & {
  hash: Uint8Array;
  at: Date;
};

/** The head in a row. */
export function headOf({ chain, length, hash, at, key, signature }: HeadRow): SignedHead {
  return {
    v: 1,
    chain,
    length,
    hash: Buffer.from(hash).toString("hex"),
    at: at.toISOString(),
    key,
    signature,
  };
}

/** `privateKey`: PKCS 8, DER in base64. The public one is published as SPKI, DER in base64. */
export function signHead(privateKey: string, head: Head): SignedHead {
  const pair = createPrivateKey({ key: Buffer.from(privateKey, "base64"), type: "pkcs8", format: "der" });
  const key = createPublicKey(pair).export({ type: "spki", format: "der" }).toString("base64");
  const signature = sign(null, Buffer.from(statementOf(head)), pair).toString("base64");
  return { v: 1, ...head, key, signature };
}

/** Whether one of these keys signed the head. What a head says of its own key is no proof. */
export function isSignedBy(keys: readonly string[], head: SignedHead): boolean {
  if (!keys.includes(head.key)) return false;
  const signature = Buffer.from(head.signature, "base64");
  return verify(null, Buffer.from(statementOf(head)), spki(head.key), signature);
}

/** What is signed. */
export function statementOf({ chain, length, hash, at }: Head): string {
  return canonicalJson({ v: 1, chain, length, hash, at });
}

function spki(key: string): KeyObject {
  return createPublicKey({ key: Buffer.from(key, "base64"), type: "spki", format: "der" });
}
