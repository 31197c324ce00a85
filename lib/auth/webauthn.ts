import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { env } from "#lib/env.ts";

// What devices are asked for, and whether their answers are right: for this address, by this key, and by a person whom
// the device knew.

/** Milliseconds somebody has to answer their device. */
export const CHALLENGE_FOR = 5 * 60_000;

/** EdDSA, ES256 and RS256, as COSE numbers them. */
const ALGORITHMS = [-8, -7, -257];

const origin = () => new URL(env.PUBLIC_URL).origin;
const rpID = () => new URL(env.PUBLIC_URL).hostname;

export type MadeCredential = { id: string; response: { clientDataJSON: string; attestationObject: string } };

export type CredentialProof = {
  id: string;
  response: { clientDataJSON: string; authenticatorData: string; signature: string; userHandle: string };
};

/** What a device is asked for that is to make a passkey. It keeps the member's id beside the key. */
export function askToMake({
  member,
  newsroom,
  known,
}: {
  member: { id: string; name: string; email: string };
  newsroom: string;
  known: readonly string[];
}) {
  return generateRegistrationOptions({
    rpName: newsroom,
    rpID: rpID(),
    userName: member.email,
    userDisplayName: member.name,
    userID: new TextEncoder().encode(member.id),
    timeout: CHALLENGE_FOR,
    attestationType: "none",
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/** What a device is asked for that is to sign somebody in, with whatever passkey it has for this address. */
export function askToProve() {
  return generateAuthenticationOptions({
    rpID: rpID(),
    timeout: CHALLENGE_FOR,
    userVerification: "required",
  });
}

/** The challenge an answer says it is to; null when it is no answer. */
export function challengeIn(clientDataJSON: string): string | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
    const challenge = typeof read === "object" && read !== null && "challenge" in read && read.challenge;
    return typeof challenge === "string" ? challenge : null;
  } catch {
    // Whatever is no JSON was sent by hand.
    return null;
  }
}

/** The key that was made in answer to a challenge; null when anything about it is not right. */
export async function checkMade(made: MadeCredential, challenge: string) {
  let checked: VerifiedRegistrationResponse;
  try {
    checked = await verifyRegistrationResponse({
      response: { ...made, rawId: made.id, type: "public-key", clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin(),
      expectedRPID: rpID(),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
  } catch {
    // It throws for whatever is wrong with what was sent, and asks nothing of anybody.
    return null;
  }
  if (!checked.verified) return null;
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  return { credentialId: id, publicKey, counter: BigInt(counter) };
}

/** The device's counter in an answer that is right; null when anything about it is not. */
export async function checkProof(
  proof: CredentialProof,
  { challenge, publicKey }: { challenge: string; publicKey: Uint8Array<ArrayBuffer> },
): Promise<bigint | null> {
  let checked: VerifiedAuthenticationResponse;
  try {
    checked = await verifyAuthenticationResponse({
      response: { ...proof, rawId: proof.id, type: "public-key", clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin(),
      expectedRPID: rpID(),
      // The counter is the caller's to judge: one that goes back is told apart from a wrong signature.
      credential: { id: proof.id, publicKey, counter: 0 },
      requireUserVerification: true,
    });
  } catch {
    return null;
  }
  return checked.verified ? BigInt(checked.authenticationInfo.newCounter) : null;
}
