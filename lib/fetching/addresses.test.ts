import { BlockList } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { isIntranetAddress, isPublicAddress } from "./addresses.ts";

describe("public", () => {
  test.each([
    "1.1.1.1",
    "93.184.215.14",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.0",
    "198.17.255.255",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2A00:1450:4001:0829:0000:0000:0000:200E",
    "2001:470:8:66::1",
    "2001:200::1",
    "2600::",
  ])("is %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
    expect(isIntranetAddress(address)).toBe(false);
  });

  test.each([
    ["this network", "0.0.0.0"],
    ["this network", "0.255.255.255"],
    ["Azure's own services", "168.63.129.16"],
    ["metadata", "169.254.169.254"],
    ["metadata", "192.0.0.192"],
    ["multicast", "224.0.0.1"],
    ["reserved", "240.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["the unspecified address", "::"],
    ["version 4 in version 6, mapped", "::ffff:8.8.8.8"],
    ["version 4 in version 6, mapped", "::ffff:7f00:1"],
    ["version 4 in version 6, translated", "::ffff:0:8.8.8.8"],
    ["version 4 in version 6, compatible", "::8.8.8.8"],
    ["version 4 in version 6, NAT64", "64:ff9b::8.8.8.8"],
    ["version 4 in version 6, local NAT64", "64:ff9b:1::7f00:1"],
    ["version 4 in version 6, 6to4", "2002:7f00:1::"],
    ["version 4 in version 6, Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["version 4 in version 6, ISATAP", "2606:4700::5efe:127.0.0.1"],
    ["version 4 in version 6, ISATAP", "2606:4700::200:5efe:7f00:1"],
    ["discarded", "100::1"],
    ["ORCHID", "2001:20::1"],
    ["documentation", "2001:db8::1"],
    ["documentation", "3fff::1"],
    ["the end of global unicast", "4000::1"],
    ["segment routing", "5f00::1"],
    ["link-local", "fe80::1"],
    ["link-local with a zone", "fe80::1%eth0"],
    ["site-local", "fec0::1"],
    ["multicast", "ff02::1"],
    ["no number", "localhost"],
    ["octal", "010.1.1.1"],
    ["short", "127.1"],
    ["too big", "1.1.1.256"],
    ["nothing", ""],
    ["a zone", "2606:4700::1%1"],
    ["two addresses", "1.1.1.1, 2.2.2.2"],
    ["a way out of brackets", "::1]/@[2600::"],
  ])("is not %s: %s", (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
    expect(isIntranetAddress(address)).toBe(false);
  });
});

describe("the intranet", () => {
  test.each(["10.0.0.1", "100.64.0.1", "127.0.0.1", "172.31.255.255", "192.168.1.1", "::1", "fd12:3456::1"])(
    "may be at %s",
    (address) => {
      expect(isIntranetAddress(address)).toBe(true);
      expect(isPublicAddress(address)).toBe(false);
    },
  );

  test.each([
    "100.100.100.200",
    "168.63.129.16",
    "169.254.169.254",
    "192.0.0.192",
    "0.0.0.0",
    "fe80::a9fe:a9fe",
    "fd00:ec2::254",
    "fd20:ce::254",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "fd12::5efe:169.254.169.254",
    "fec0::1",
  ])("is never at %s", (address) => {
    expect(isIntranetAddress(address)).toBe(false);
  });
});

test("an address of version 4 is judged as Node's own block list judges it", () => {
  const special = new BlockList();
  const list =
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3";
  for (const range of list.split(" ")) {
    const [start = "", length] = range.split("/");
    special.addSubnet(start, Number(length), "ipv4");
  }
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(address)).toBe(!special.check(address));
      expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test("no address of version 6 outside the space of public servers is public", () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const first = new URL(`http://[${address}]/`).hostname.slice(1).split(":")[0] ?? "";
      if (!/^[23]...$/.test(first)) expect(isPublicAddress(address)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

const ranges = readShared("corpora/ssrf/ip-ranges.json");
const netblocks = readShared("corpora/ssrf/blocked-netblocks.json");
const invalid4 = readShared("corpora/ssrf/ip-address__invalid-ipv4-addresses.json");
const invalid6 = readShared("corpora/ssrf/ip-address__invalid-ipv6-addresses.json");

describe("known lists", () => {
  test.skipIf(ranges === null)("call the same addresses public", () => {
    const { cases } = JSON.parse(ranges ?? "") as { cases: { ip: string; range: string }[] };
    const expected = cases.map(({ ip, range }) => [ip, range === "unicast" && !ip.includes("%")]);
    expect(cases.map(({ ip }) => [ip, isPublicAddress(ip)])).toEqual(expected);
  });

  test.skipIf(netblocks === null)("have no blocked network whose ends are public", () => {
    const { ipv4 } = JSON.parse(netblocks ?? "") as { ipv4: string[] };
    const ends = ipv4.flatMap((block) => endsOf(block));
    expect(ends.length).toBeGreaterThan(20);
    expect(ends.filter(isPublicAddress)).toEqual([]);
  });

  test.skipIf(invalid4 === null || invalid6 === null)(
    "have no malformed address that is taken for one",
    () => {
      const invalid = [invalid4, invalid6].flatMap((list) => JSON.parse(list ?? "") as { address: string }[]);
      expect(invalid.length).toBeGreaterThan(100);
      expect(invalid.filter(({ address }) => isPublicAddress(address) || isIntranetAddress(address))).toEqual(
        [],
      );
    },
  );
});

function endsOf(block: string): string[] {
  const [start = "", length] = block.split("/");
  const first = start.split(".").reduce((value, part) => value * 256 + Number(part), 0);
  const last = first + 2 ** (32 - Number(length)) - 1;
  return [first, last].map((value) =>
    [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join("."),
  );
}
