import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIP, isIPv6 } from "node:net";

/** The header that tells pages who asks. Whatever a client sends under this name is replaced. */
export const CLIENT_ADDRESS = "x-client-address";

/** Proxies by address or range: `10.0.0.0/8`, `::1`. Throws at what is none. */
export function proxyList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", bits] = range.split("/", 2);
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Whether the address is that of a proxy of ours. */
export function isProxy(address: string | undefined, proxies: BlockList): boolean {
  const known = plain(address ?? "");
  return isIP(known) !== 0 && proxies.check(known, isIPv6(known) ? "ipv6" : "ipv4");
}

/**
 * The network address a request comes from. `X-Forwarded-For` is believed from its end as far as proxies of ours wrote
 * it: the first address that is none of theirs. Anything before it the client may have made up.
 */
export function clientAddress(
  { remoteAddress, headers }: { remoteAddress: string | undefined; headers: IncomingHttpHeaders },
  proxies: BlockList,
): string {
  const forwarded = String(headers["x-forwarded-for"] ?? "").split(",");
  let address = plain(remoteAddress ?? "");
  while (isProxy(address, proxies)) {
    const before = plain(forwarded.pop() ?? "");
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** An IPv4 address as such, where it comes in IPv6's clothes. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/iu, "");
}
