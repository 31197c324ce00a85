import { notFound, redirect } from "next/navigation";
import { expect, test } from "vitest";
import { redirectTarget } from "./redirect-target.ts";

function thrownBy(run: () => never): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

test("a redirect says where it leads, whatever the address holds", () => {
  expect(redirectTarget(thrownBy(() => redirect("/desk/articles/1")))).toBe("/desk/articles/1");
  expect(redirectTarget(thrownBy(() => redirect("/login?from=/desk;a=1")))).toBe("/login?from=/desk;a=1");
});

test("other failures lead nowhere", () => {
  expect(redirectTarget(thrownBy(() => notFound()))).toBeNull();
  expect(redirectTarget(new TypeError("Failed to fetch"))).toBeNull();
  expect(redirectTarget(Object.assign(new Error("Server error"), { digest: "123456" }))).toBeNull();
  expect(redirectTarget(null)).toBeNull();
});
