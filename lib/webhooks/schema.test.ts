import { expect, test } from "vitest";
import { addWebhookInput, editWebhookInput } from "./schema.ts";

const problems = (result: ReturnType<typeof addWebhookInput.safeParse>) =>
  result.error?.issues.map(({ path, message }) => [path.join("."), message]);

test("all that is wrong with a webhook is said at once: its address, and that no event is ticked", () => {
  const form = { webhookUrl: "ftp://cms.example" };
  expect(problems(addWebhookInput.safeParse(form))).toEqual([
    ["webhookUrl", "not_a_url"],
    ["events", "required"],
  ]);
  expect(problems(addWebhookInput.safeParse({ ...form, tellVerdict: "yes" }))).toEqual([
    ["webhookUrl", "not_a_url"],
  ]);
  const edit = { ...form, webhookId: "019a0000-0000-7000-8000-000000000000", version: "1" };
  expect(editWebhookInput.safeParse(edit).error?.issues).toHaveLength(2);
});
