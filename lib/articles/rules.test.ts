import { expect, test } from "vitest";
import { ROLES } from "#lib/auth/policy.ts";
import { type Shown, shownRefusal } from "./rules.ts";

const own: Shown = { origin: "own", display: "excerpts" };
const external: Shown = { origin: "external", display: "excerpts" };
const full: Shown = { origin: "external", display: "full" };

test.each([
  { name: "nothing changes", before: external, after: external, isPublished: true, least: "reporter" },
  { name: "origin, nothing published", before: external, after: own, isPublished: false, least: "reporter" },
  { name: "origin, something published", before: external, after: own, isPublished: true, least: "editor" },
  { name: "more of the text", before: external, after: full, isPublished: false, least: "editor" },
  { name: "less of the text", before: full, after: external, isPublished: true, least: "editor" },
] as const)("$name: $least and up", ({ before, after, isPublished, least }) => {
  const allowed = ROLES.filter(
    (role) => !shownRefusal({ before, after, isPublished }, { id: "1", name: "Ana", role }),
  );
  expect(allowed).toEqual(ROLES.slice(ROLES.indexOf(least)));
});
