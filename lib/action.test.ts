import { redirect } from "next/navigation";
import { expect, test } from "vitest";
import { z } from "zod";
import { describeFailure, fieldsOf, runAction } from "./action.ts";
import { AppError } from "./errors.ts";
import { wordsFor } from "./i18n/dictionaries.ts";
import { formatter } from "./i18n/format.ts";
import { text } from "./input.ts";
import { SIGN_IN_HERE } from "./sign-in-here.ts";

const words = wordsFor("en");
const format = formatter({ locale: "en-GB", timeZone: "UTC" });

test("a limit is written as the newsroom writes numbers", () => {
  const tooLong = z.object({ rationale: text(20_000) }).safeParse({ rationale: "a".repeat(20_001) }).error;
  expect(describeFailure(tooLong, words, format)).toMatchObject({
    reason: "invalid_input",
    fields: { rationale: "This is too long: at most 20,000 characters." },
  });
  const refused = new AppError("text_too_long", { values: { limit: 1_000_000 }, field: "text" });
  expect(describeFailure(refused, words, format)?.fields.text).toContain("longer than 1,000,000 characters");
});

test("what nobody expected has no words", () => {
  expect(describeFailure(new Error("broken"), words, format)).toBeNull();
});

test("a form's lines end as they did when they were typed, so that a limit counts them once", () => {
  const form = new FormData();
  form.set("rationale", "First.\r\n\r\nSecond.\nThird.");
  form.set("$ACTION_KEY", "React's own");
  expect(fieldsOf(form)).toEqual({ rationale: "First.\n\nSecond.\nThird." });
});

test.each([undefined, null, {}, "x", 1, [["a", "b"]]])("%j, which is no form, has no fields", (sent) => {
  expect(fieldsOf(sent as unknown as FormData)).toEqual({});
});

test("a refused form gets back all ticks of a name, and no password", async () => {
  const form = new FormData();
  for (const value of ["0", "2", "5"]) form.append("kept", value);
  form.set("title", "Kept");
  form.set("password", "secret");
  const state = await runAction({ form, words }, async () => {
    throw new AppError("nothing_kept");
  });
  expect(state).toMatchObject({ status: "refused", values: { kept: "0,2,5", title: "Kept" } });
  expect(JSON.stringify(state)).not.toContain("secret");
});

test("a form whose page can sign in again is told that the session has ended, others are led to sign in", async () => {
  const signedOut = () => redirect("/login?from=%2Fdesk");
  const here = new FormData();
  here.set(SIGN_IN_HERE, "");
  here.set("title", "Kept");
  expect(await runAction({ form: here, words }, signedOut)).toMatchObject({
    status: "refused",
    reason: "session_ended",
    values: { title: "Kept" },
  });
  await expect(runAction({ form: new FormData(), words }, signedOut)).rejects.toThrow("NEXT_REDIRECT");
  await expect(runAction({ form: here, words }, () => redirect("/desk"))).rejects.toThrow("NEXT_REDIRECT");
});
