import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isIntranetAddress, isPublicAddress } from "./addresses.ts";
import { orAborted } from "./deadline.ts";
import { unreachable } from "./failures.ts";
import type { Target } from "./targets.ts";

/** Every address of a name. Rejects when it has none. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** Asks as every program of this machine does, hosts file included: an intranet's names may be nowhere else. */
export const resolveName: Resolve = async (name) => {
  const answers = await lookup(name, { all: true, order: "verbatim" });
  return answers.map(({ address }) => address);
};

/**
 * The addresses a target may be reached at, asked for once: whoever connects must use these and not the name, or a
 * second answer could differ. One bad address refuses all: a name that points both outside and inside is an attempt.
 */
export async function checkedAddresses(
  { host, isIntranet }: Target,
  { resolve, signal }: { resolve: Resolve; signal: AbortSignal },
): Promise<readonly string[]> {
  const addresses = isIP(host) === 0 ? await orAborted(resolve(host), signal) : [host];
  const isGood = (address: string) => isPublicAddress(address) || (isIntranet && isIntranetAddress(address));
  if (addresses.length === 0 || !addresses.every(isGood)) {
    throw unreachable(new Error(`${host} is at ${addresses.join(", ") || "no address"}`));
  }
  return addresses;
}
