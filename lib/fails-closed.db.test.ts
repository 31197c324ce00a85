import { globSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { ActionState } from "#lib/action.ts";
import { db } from "#lib/db/client.ts";
import {
  ACTIONS,
  type ActionRow,
  type ActionWorld,
  lookAt,
  makeActionWorld,
  makeActors,
  type People,
} from "#lib/testing/access/actions.ts";
import { makeNewsroom } from "#lib/testing/factories.ts";
import { askAs } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";

// What is done without a trace is not done: every action, called by somebody who may, while the history takes nothing.

/** What no history tells: what each member keeps for themselves, imports on their way to an article, longer leases. */
const UNTOLD = [
  ...["checkForChangesAction", "importAddressAction", "importPastedAction", "retryImportAction"],
  "extendLeaseAction",
  ...["saveViewAction", "deleteViewAction", "changeShortcutAction", "resetShortcutsAction"],
  ...["switchShortcutsAction", "editMailSettingsAction", "editAccountAction", "readThreadsAction"],
  ...["readNotificationAction", "readAllNotificationsAction"],
];

let people: People;
beforeAll(async () => {
  await resetDb();
  await makeNewsroom();
  people = await makeActors();
});

afterEach(async () => {
  await db.$executeRaw`DROP TRIGGER IF EXISTS nothing_is_written ON audit_events`;
});

async function stopTheHistory(): Promise<void> {
  await db.$executeRaw`
    CREATE OR REPLACE FUNCTION pg_temp_no_history() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the history takes nothing'; END $$`;
  await db.$executeRaw`
    CREATE TRIGGER nothing_is_written BEFORE INSERT ON audit_events
    FOR EACH ROW EXECUTE FUNCTION pg_temp_no_history()`;
}

type Run = (before: ActionState, form: FormData) => Promise<ActionState>;

async function call(run: Run, row: ActionRow, world: ActionWorld): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(row.fields?.(world) ?? {})) form.set(name, String(value));
  // It fails, as it must: what counts is what is there afterwards.
  await run({ status: "idle" }, form).catch(() => undefined);
}

const worlds = new Map<string, ActionWorld>();

async function worldOf({ state = "draft", ...row }: ActionRow): Promise<ActionWorld> {
  const { isReworded = false, isConfidential = false, hasTips = false } = row;
  const key = JSON.stringify([state, isReworded, isConfidential, hasTips]);
  const world =
    worlds.get(key) ?? (await makeActionWorld({ state, isReworded, isConfidential, hasTips, people }));
  worlds.set(key, world);
  return world;
}

test("no action changes anything that the history cannot tell", async () => {
  const modules = globSync("lib/*/actions.ts").map(
    (file) => import(resolve(file)) as Promise<Record<string, Run>>,
  );
  const actions: Record<string, Run> = Object.assign({}, ...(await Promise.all(modules)));
  const tried = Object.entries(ACTIONS).filter(
    ([name, row]) => row.may !== null && row.changes === undefined && !UNTOLD.includes(name),
  );
  expect(tried.length).toBeGreaterThan(45);
  for (const [, row] of tried) await worldOf(row);
  await stopTheHistory();
  for (const [name, row] of tried) {
    const world = await worldOf(row);
    const before = await lookAt(world);
    await askAs(world[row.may ?? "admin"]);
    const run = actions[name];
    if (!run) throw new Error(`There is no ${name}`);
    await call(run, row, world);
    expect.soft(await lookAt(world), name).toEqual(before);
  }
}, 300_000);
