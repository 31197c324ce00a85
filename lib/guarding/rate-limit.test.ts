import { expect, test } from "vitest";
import { senderOf } from "./rate-limit.ts";

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["2001:0db8:0001:0002::", "2001:db8:1:2"],
  ["::1", "0:0:0:0"],
  ["", ""],
  ["nonsense", "nonsense"],
])("%j counts as %j", (address, sender) => {
  expect(senderOf(address)).toBe(sender);
});
