import { expect, test } from "vitest";
import { articleTopic, parseNotice, QUEUE_TOPIC, sourceOfTopic, sourceTopic } from "./notices.ts";

const ID = "01990000-0000-7000-8000-000000000001";

test("a notice is read as it was sent", () => {
  const payload = JSON.stringify({ topic: articleTopic(ID), kind: "claim", seq: 7, claimId: ID });
  expect(parseNotice(payload)).toEqual({ topic: `article:${ID}`, kind: "claim", seq: 7, claimId: ID });
  expect(parseNotice(JSON.stringify({ topic: `member:${ID}`, kind: "access" }))).toMatchObject({ seq: null });
});

test("a topic says which source it is about", () => {
  expect(sourceOfTopic(sourceTopic(ID))).toBe(ID);
  expect(sourceOfTopic(articleTopic(ID))).toBeNull();
  expect(sourceOfTopic(QUEUE_TOPIC)).toBeNull();
  expect(parseNotice(JSON.stringify({ topic: sourceTopic(ID), kind: "snapshot" }))).toMatchObject({
    claimId: null,
  });
});

test.each([
  undefined,
  "",
  "null",
  "{",
  JSON.stringify({ topic: "everybody", kind: "claim" }),
  JSON.stringify({ topic: "article:1", kind: "claim" }),
  JSON.stringify({ topic: `article:${ID}`, kind: "Rated false" }),
])("what is none of ours is no notice: %s", (payload) => {
  expect(parseNotice(payload)).toBeNull();
});
