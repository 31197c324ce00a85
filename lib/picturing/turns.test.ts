import { expect, test } from "vitest";
import { oneAtATime, TooBusy } from "./turns.ts";

test("work is done one at a time and in order, also after a failure", async () => {
  const inTurn = oneAtATime(10);
  const told: string[] = [];
  const work = (name: string, fails = false) =>
    inTurn(async () => {
      told.push(`${name} begins`);
      await Promise.resolve();
      told.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([work("a"), work("b", true), work("c")]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(told).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

test("who comes when too many wait is refused at once, and may come again later", async () => {
  const inTurn = oneAtATime(2);
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = inTurn(() => promise);
  const second = inTurn(async () => "second");
  await expect(inTurn(async () => "third")).rejects.toBeInstanceOf(TooBusy);
  resolve();
  await first;
  expect(await second).toBe("second");
  expect(await inTurn(async () => "fourth")).toBe("fourth");
});
