import { expect, test } from "vitest";
import { z } from "zod";
import { PEOPLE } from "./rules.ts";
import { AUDIT_ACTIONS, type AuditAction, parseAuditEntry, schemaOf } from "./schema.ts";

/** Fields that hold what was worked on, and nobody of the desk: names in running text are for people to decide about. */
const NOBODY = new Set(
  `sha256 reason language label definition what provider expiresAt scopes claimId until duplicateOf type ratingLabel title
  url statement fileName words before after host archiveUrl code id memberId invitedById toId fromId holderId`.split(
    /\s+/,
  ),
);
/** The same, where the field is called as one that holds people elsewhere. */
const NOBODY_HERE = new Set([
  "newsroom.set_up name",
  "scale.drafted name",
  "scale.edited name",
  "scale.put_into_use name",
  "scale.discarded name",
]);

/** The places of all strings that are no choice out of a list, as `a.b`. */
function textsIn(schema: z.core.$ZodType, path: string[] = []): string[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([field, of]) => textsIn(of, [...path, field]));
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return textsIn(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodArray) return textsIn(schema.element, path);
  if (schema instanceof z.ZodString) return [path.join(".")];
  const isKnown =
    schema instanceof z.ZodEnum || schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean;
  // Edits are told by the fields they changed, which the schema does not name.
  if (!isKnown && !(schema instanceof z.ZodRecord)) throw new Error(`Unknown schema at ${path.join(".")}`);
  return [];
}

const declared = (action: AuditAction) => (PEOPLE[action] ?? []).map(({ path }) => path.join("."));

test("every text an event can hold is a person's, or known to be nobody's", () => {
  const unknown = AUDIT_ACTIONS.flatMap((action) =>
    textsIn(schemaOf(action))
      .filter((place) => !declared(action).includes(place))
      .filter((place) => !NOBODY.has(place.split(".").at(-1) ?? "") && !NOBODY_HERE.has(`${action} ${place}`))
      .map((place) => `${action} ${place}`),
  );
  expect(unknown).toEqual([]);
});

test("what is declared is a text of that event, so that it can be emptied, and has the id beside it", () => {
  for (const [action, fields] of Object.entries(PEOPLE)) {
    const known = textsIn(schemaOf(action as AuditAction));
    for (const field of fields) {
      const place = field.path.join(".");
      if (!place.startsWith("changes.")) expect(known, action).toContain(place);
      else expect(Object.keys(schemaOf(action as AuditAction).shape)).toContain("changes");
      if (field.by === "id") expect(known, action).toContain(field.id);
    }
  }
});

test("an event whose names and ids were emptied can be read", () => {
  const data = { from: "", fromId: null, to: "", toId: null };
  expect(parseAuditEntry({ action: "claim.handed_over", data })).toEqual({
    action: "claim.handed_over",
    data,
  });
});
