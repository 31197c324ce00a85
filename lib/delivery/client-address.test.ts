import { expect, test } from "vitest";
import { clientAddress, proxyList } from "./client-address.ts";

const PROXIES = proxyList(["127.0.0.1", "10.0.0.0/8", "::1"]);

test.each<[what: string, remote: string | undefined, forwarded: string | undefined, from: string]>([
  ["nobody in front", "192.0.2.1", undefined, "192.0.2.1"],
  ["a client that says it is another", "192.0.2.1", "203.0.113.9", "192.0.2.1"],
  ["a proxy of ours", "127.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["a proxy of ours, in IPv6's clothes", "::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["two proxies of ours", "::1", "203.0.113.9, 10.2.3.4", "203.0.113.9"],
  ["a client that says it is another, behind a proxy", "127.0.0.1", "1.2.3.4, 203.0.113.9", "203.0.113.9"],
  ["a client that says it is one of ours", "127.0.0.1", "10.0.0.1, 203.0.113.9", "203.0.113.9"],
  ["a proxy that says nothing", "127.0.0.1", undefined, "127.0.0.1"],
  ["nonsense", "127.0.0.1", "unknown", "127.0.0.1"],
  ["an address of IPv6", "127.0.0.1", "2001:db8::1", "2001:db8::1"],
  ["a connection that is gone", undefined, "203.0.113.9", ""],
])("%s", (_, remoteAddress, forwarded, from) => {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  expect(clientAddress({ remoteAddress, headers }, PROXIES)).toBe(from);
});

test("where no proxy is named, nobody is believed", () => {
  const headers = { "x-forwarded-for": "203.0.113.9" };
  expect(clientAddress({ remoteAddress: "127.0.0.1", headers }, proxyList([]))).toBe("127.0.0.1");
});
