import { beforeEach, expect, test, vi } from "vitest";
import { log } from "#lib/log.ts";
import { writeTurnedAway } from "./refusals.ts";

beforeEach(() => {
  vi.stubEnv("AUTH_SECRET", "a secret for tests, long enough to be one");
});

test("what is turned away unread is written down, from where as a hash that joins what comes from one network", () => {
  const lines: object[] = [];
  vi.spyOn(log, "warn").mockImplementation((line) => void lines.push(line as object));
  const asked = { status: 403, method: "POST", path: "/desk/claims" };
  for (const sender of ["2001:db8::1", "2001:db8::2", "192.0.2.1"]) writeTurnedAway({ ...asked, sender });
  const [first, second, other] = lines as { sender: string }[];
  expect(first).toEqual({ ...asked, sender: expect.stringMatching(/^[\w-]{22}$/u) });
  expect(second?.sender).toBe(first?.sender);
  expect(other?.sender).not.toBe(first?.sender);
});
