import { describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { CLAIM_STATES } from "#lib/claims/values.ts";
import {
  type CommentCommand,
  type CommentFacts,
  commentPath,
  commentRefusal,
  isHidden,
  knowsOpinion,
} from "./rules.ts";

const OPEN = ["adjudication", "ready", "published", "withdrawn"];
const writer: Actor = { id: "w", name: "Wim", role: "reviewer" };
const other: Actor = { id: "o", name: "Oda", role: "editor" };

describe("whether a writer knows an opinion", () => {
  test.each(CLAIM_STATES)("on a claim that is %s", (state) => {
    expect(knowsOpinion({ state, hasGivenOpinion: false })).toBe(OPEN.includes(state));
    expect(knowsOpinion({ state, hasGivenOpinion: true })).toBe(true);
  });

  test("on an article only by an opinion of their own", () => {
    expect(knowsOpinion({ state: null, hasGivenOpinion: false })).toBe(false);
    expect(knowsOpinion({ state: null, hasGivenOpinion: true })).toBe(true);
  });
});

test.each([
  { knows: true, isClosed: true, viewer: "o", hidden: true },
  { knows: true, isClosed: true, viewer: "w", hidden: false },
  { knows: true, isClosed: false, viewer: "o", hidden: false },
  { knows: false, isClosed: true, viewer: "o", hidden: false },
])(
  "a comment is hidden exactly from others, while opinions are: %j",
  ({ knows, isClosed, viewer, hidden }) => {
    expect(isHidden({ knowsOpinion: knows, authorId: "w", isClosed }, viewer)).toBe(hidden);
  },
);

const open: CommentFacts = {
  authorId: "w",
  isDeleted: false,
  isResolved: false,
  knowsOpinion: false,
  isBlinding: false,
};

const CASES: [CommentCommand, Partial<CommentFacts>, Actor, string | null][] = [
  ["reply", {}, other, null],
  ["reply", { isResolved: true }, writer, "thread_resolved"],
  ["edit", {}, writer, null],
  ["edit", {}, other, "comment_not_yours"],
  ["edit", { isDeleted: true }, writer, "comment_deleted"],
  ["edit", { isBlinding: true }, writer, "comment_blind"],
  ["edit", { isBlinding: true, knowsOpinion: true }, writer, null],
  ["delete", {}, writer, null],
  ["delete", {}, other, "comment_not_yours"],
  ["delete", { isDeleted: true }, writer, "comment_deleted"],
  ["delete", { isBlinding: true }, writer, null],
  ["resolve", {}, other, null],
  ["reopen", { isResolved: true }, other, null],
];

test.each(CASES)("%s %j", (command, facts, actor, reason) => {
  expect(commentRefusal(command, { ...open, ...facts }, actor)?.reason ?? null).toBe(reason);
  const nobody = { ...actor, role: "owner" as never };
  expect(commentRefusal(command, { ...open, ...facts }, nobody)?.reason).toBe("not_allowed");
});

test("a comment has an address on its claim's page, or on its article's", () => {
  const about = { articleId: "a", commentId: "c" };
  expect(commentPath({ ...about, claimId: "k" })).toBe("/desk/claims/k?comment=c#comment-c");
  expect(commentPath({ ...about, claimId: null })).toBe("/desk/articles/a/comments?comment=c#comment-c");
});
