/** An IP address as a number: 32 bits of version 4 or 128 of version 6. */
type Address = { bits: 32 | 128; value: bigint };
/** Every address whose first `length` bits are those of `value`. */
type Range = Address & { length: number };

/** Addresses of version 4 that no public server has. */
const SPECIAL_4 = ranges(`
  0.0.0.0/8        this network
  10.0.0.0/8       private
  100.64.0.0/10    carrier-grade NAT
  127.0.0.0/8      loopback
  168.63.129.16/32 Azure's own services, at an address that looks public
  169.254.0.0/16   link-local, with nearly every cloud's metadata
  172.16.0.0/12    private
  192.0.0.0/24     protocol assignments, with Oracle's metadata
  192.0.2.0/24     documentation
  192.31.196.0/24  AS112
  192.52.193.0/24  AMT
  192.88.99.0/24   6to4 relays
  192.168.0.0/16   private
  192.175.48.0/24  AS112
  198.18.0.0/15    benchmarking
  198.51.100.0/24  documentation
  203.0.113.0/24   documentation
  224.0.0.0/4      multicast
  240.0.0.0/4      reserved, broadcast
`);

/** The only part of version 6 given to public servers: all that embed version 4 but the ones below are outside. */
const GLOBAL_6 = ranges("2000::/3");

/** What inside it is no public server's. */
const SPECIAL_6 = ranges(`
  2001::/23         protocol assignments: Teredo, benchmarking, ORCHID, drones
  2001:db8::/32     documentation
  2002::/16         6to4
  2620:4f:8000::/48 AS112
  3ffe::/16         6bone, given back
  3fff::/20         documentation
`);

/** Where a newsroom's own servers may be. */
const INTRANET = ranges("10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 172.16.0.0/12 192.168.0.0/16 ::1/128 fc00::/7");

/** Inside those, where clouds keep keys for whoever asks from within. */
const METADATA = ranges(`
  100.100.100.200/32     Alibaba
  fd00:42::42/128        Scaleway
  fd00:c1::a9fe:a9fe/128 Oracle
  fd00:ec2::/32          Amazon
  fd20:ce::254/128       Google
`);

/**
 * Whether an IP address is one that a server on the public internet can have: in the space given out for them and
 * in no block of the IANA special-purpose registries (RFC 6890). What cannot be read is not public, and neither is
 * any form that carries an address of version 4 inside one of version 6: a translator may unwrap it.
 */
export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text);
  if (address === null) return false;
  if (address.bits === 32) return !isIn(SPECIAL_4, address);
  return isIn(GLOBAL_6, address) && !isIn(SPECIAL_6, address) && !isIsatap(address);
}

/** Whether an IP address is private or loopback, and not one where a cloud gives out keys. */
export function isIntranetAddress(text: string): boolean {
  const address = parseAddress(text);
  return address !== null && isIn(INTRANET, address) && !isIn(METADATA, address) && !isIsatap(address);
}

/** The host id of ISATAP (RFC 5214): 0:5efe and the address of version 4. Two flag bits may be set or not. */
function isIsatap({ bits, value }: Address): boolean {
  return bits === 128 && ((value >> 32n) & 0xfcff_ffffn) === 0x5efen;
}

function isIn(list: readonly Range[], { bits, value }: Address): boolean {
  return list.some((range) => {
    const rest = BigInt(range.bits - range.length);
    return range.bits === bits && range.value >> rest === value >> rest;
  });
}

/** Reads every word of `list` that has a slash; what else a line says is for people. */
function ranges(list: string): Range[] {
  return list.split(/\s+/).flatMap((word) => {
    const [start = "", length] = word.split("/");
    const address = length === undefined ? null : parseAddress(start);
    return address ? { ...address, length: Number(length) } : [];
  });
}

function parseAddress(text: string): Address | null {
  return text.includes(":") ? parseVersion6(text) : parseVersion4(text);
}

/** Four decimal numbers only: other ways to write them have been undone by the URL parser. */
function parseVersion4(text: string): Address | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1);
  if (parts === undefined || parts.some((part) => Number(part) > 255 || /^0\d/.test(part))) return null;
  return { bits: 32, value: parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n) };
}

/** The URL parser knows every way to write one; an address with a zone (`fe80::1%eth0`) is none to it. */
function parseVersion6(text: string): Address | null {
  const short = /^[\da-f:.]+$/i.test(text)
    ? URL.parse(`http://[${text}]/`)?.hostname.slice(1, -1)
    : undefined;
  if (short === undefined) return null;
  const [before = [], after = []] = short.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = Array<string>(8 - before.length - after.length).fill("0");
  const value = [...before, ...zeros, ...after].reduce(
    (sum, group) => (sum << 16n) | BigInt(`0x${group}`),
    0n,
  );
  return { bits: 128, value };
}
