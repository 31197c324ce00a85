import { request } from "@playwright/test";
import { expect, person, test } from "./fixtures.ts";

// Before a form is taken apart nobody knows whose it is: lib/auth/large-bodies.ts, in front of everything.

const LARGE = Buffer.alloc(2_000_000, "x");

test("what is too large for any form is refused from whoever is not signed in, unread", async ({
  baseURL,
}) => {
  const nobody = await request.newContext({ baseURL: baseURL ?? "" });
  for (const path of ["/login", "/", "/api/desk/sources/events"]) {
    const answer = await nobody.post(path, { data: LARGE, failOnStatusCode: false });
    expect(answer.status(), path).toBe(413);
  }
  expect((await nobody.get("/login")).status()).toBe(200);
  await nobody.dispose();
});

test("a member's files go on to be judged as forms", async ({ open }) => {
  const page = await open(await person("reporter"));
  const answer = await page.request.post("/desk", { data: LARGE, failOnStatusCode: false });
  expect(answer.status()).not.toBe(413);
});
