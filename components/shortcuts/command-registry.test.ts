import { expect, test } from "vitest";
import { createRegistry } from "./command-registry.ts";

test("what came last answers first, and what it left out is answered below it", () => {
  const registry = createRegistry();
  registry.add({ current: { "claim.next": () => "page", "claim.edit": () => "page" } });
  const leave = registry.add({ current: { "claim.next": () => "panel", "claim.edit": undefined } });
  expect(registry.find("claim.next")?.()).toBe("panel");
  expect(registry.find("claim.edit")?.()).toBe("page");
  leave();
  expect(registry.find("claim.next")?.()).toBe("page");
});

test("what is offered comes in the order of the commands", () => {
  const registry = createRegistry();
  registry.add({ current: { "claim.next": () => {}, "1": () => {} } });
  const leave = registry.add({ current: { "claim.create": () => {} } });
  expect(registry.offered()).toEqual(["claim.create", "claim.next"]);
  leave();
  expect(registry.offered()).toEqual(["claim.next"]);
});

test("handlers are read at each press", () => {
  const registry = createRegistry();
  const handlers: { current: { "claim.next"?: () => string } } = { current: {} };
  registry.add(handlers);
  expect(registry.find("claim.next")).toBeUndefined();
  handlers.current = { "claim.next": () => "now" };
  expect(registry.find("claim.next")?.()).toBe("now");
});
