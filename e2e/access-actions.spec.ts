import { db } from "#lib/db/client.ts";
import { ACTIONS, makeActionWorld, makeActors } from "#lib/testing/access/actions.ts";
import { callAction, listActions } from "./actions.ts";
import { expect, person, test } from "./fixtures.ts";

// Rows for new actions go to lib/testing/access/actions.ts. Here it is seen that the server, too, lets nobody in.

test("every server action of the build sends whoever is nobody to sign in", async ({ requestAs }) => {
  test.slow();
  const world = await makeActionWorld({ hasTips: true, people: await makeActors() });
  const disabled = await person("admin");
  const gone = await requestAs(disabled);
  await db.member.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
  const nobody = await requestAs(null);
  const names = listActions().filter((name) => name in ACTIONS && name !== "setUpAction");
  expect(names.length).toBeGreaterThan(90);
  for (const name of names) {
    const row = ACTIONS[name];
    const path = row?.path?.(world) ?? `/desk/claims/${world.claim.id}`;
    for (const request of [nobody, gone]) {
      const answer = await callAction(request, { name, path, fields: { ...row?.fields?.(world) } });
      expect(answer.headers()["x-action-redirect"], `${name} ${answer.status()}`).toMatch(/^\/login\?from=/);
    }
  }
});
