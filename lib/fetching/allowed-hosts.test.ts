import { expect, test } from "vitest";
import { parseAllowedHosts } from "./allowed-hosts.ts";

test.each([
  ["", []],
  [" , ", []],
  ["cms.example.org", ["cms.example.org"]],
  ["CMS.Example.org., cms:8080\n10.0.0.5", ["cms.example.org", "cms:8080", "10.0.0.5"]],
  ["cms:80 cms:0443", ["cms:80", "cms:443"]],
  ["[::1]:3000 [FD00::0001]", ["[::1]:3000", "[fd00::1]"]],
  ["redaktion.bücher.example", ["redaktion.xn--bcher-kva.example"]],
])("reads %j", (text, hosts) => {
  expect(parseAllowedHosts(text)).toEqual(hosts);
});

test.each([
  "https://cms.example.org",
  "cms.example.org/path",
  "user@cms",
  "*.example.org",
  "cms:0",
  "cms:65536",
  "cms:",
  "::1",
  "10.0.0.0/8",
  "[::1",
  "999.1.1.1",
])("refuses %j and says so", (text) => {
  expect(() => parseAllowedHosts(`fine.example.org, ${text}`)).toThrow(text);
});
