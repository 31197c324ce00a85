import pg from "pg";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { installQueue } from "#lib/jobs/queue.ts";
import { asApplication } from "./database.ts";

// The role the application works by, on this file's own database.

let application: pg.Client;
let url: string;

beforeAll(async () => {
  url = await asApplication(process.env.DATABASE_URL ?? "");
  application = new pg.Client({ connectionString: url });
  await application.connect();
});

afterAll(() => application.end());

const event =
  "INSERT INTO audit_events (id, actor_name, action, data) VALUES (uuidv7(), '', 'member.signed_in', '{}')";

test("adds events, which the database links by itself", async () => {
  await application.query(event);
  const { rows } = await application.query(
    "SELECT FROM audit_events e JOIN audit_links l ON l.event_id = e.id",
  );
  expect(rows).toHaveLength(await db.auditEvent.count());
});

test.each([
  ["UPDATE audit_events SET actor_name = 'Nobody'"],
  ["DELETE FROM audit_events"],
  ["TRUNCATE audit_events"],
  ["ALTER TABLE audit_events DISABLE TRIGGER USER"],
  ["DROP TRIGGER audit_events_link ON audit_events"],
  ["DROP TABLE audit_events"],
  ["CREATE TRIGGER mine BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change()"],
  ["CREATE OR REPLACE FUNCTION audit_digest(event audit_events) RETURNS bytea LANGUAGE sql AS 'SELECT NULL'"],
  ["SET session_replication_role = replica"],
  ["INSERT INTO audit_links VALUES (uuidv7(), 1, uuidv7(), '', '')"],
  ["UPDATE audit_links SET position = 7"],
  ["DELETE FROM audit_links"],
  ["TRUNCATE audit_links"],
  ["INSERT INTO audit_erasures VALUES (1, uuidv7(), 'actor', '', '', uuidv7())"],
  ["DELETE FROM audit_heads"],
  ["DELETE FROM _prisma_migrations"],
  ["CREATE TABLE mine (id int)"],
])("may not %s", async (statement) => {
  await expect(application.query(statement)).rejects.toMatchObject({ code: "42501" });
});

test("cannot borrow what writes the links for a table of its own", async () => {
  await application.query("CREATE TEMPORARY TABLE mine (LIKE audit_events)");
  await expect(
    application.query(
      "CREATE TRIGGER mine AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION link_audit_event()",
    ),
  ).rejects.toMatchObject({ code: "42501" });
});

test("runs the queue of jobs", async () => {
  await installQueue({ connectionString: url });
  const queue = new PgBoss({ connectionString: url, schedule: false });
  await queue.start();
  expect(await queue.send("sessions.purge", {})).toEqual(expect.any(String));
  expect(await queue.fetch("sessions.purge")).toHaveLength(1);
  await queue.stop({ graceful: false });
});
