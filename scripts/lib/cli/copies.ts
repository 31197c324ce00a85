import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Form } from "#lib/backup/forms.ts";
import type { Manifest } from "#lib/backup/manifest.ts";
import { claim } from "../claim.mjs";
import { exists, lookInto, makeOwn, migrate, migrateTo, OWN_DATABASE } from "../database.ts";
import { runningPostgres, startPostgres } from "../postgres.ts";
import { Problem } from "../screen.mjs";
import { OWN_POSTGRES } from "../site.ts";
import { onDatabase, prepareCode, type Said, setSettings, textOf, type Values } from "./command-line.ts";

/** Copies everything, while it runs. */
export const backup = {
  summary: "copies database and files into a folder, also while the product runs",
  options: { to: { type: "string", hint: "the folder, empty or not there", isNeeded: true } },
  run: (values: Values) => write(textOf(values, "to"), "BACKUP"),
} as const;

/** Brings everything back. */
export const restore = {
  summary: "brings a backup back, into a database in which nobody is",
  options: { from: { type: "string", hint: "the backup's folder", isNeeded: true } },
  run: (values: Values) => bringBack(textOf(values, "from"), "BACKUP"),
} as const;

const folder = (hint: string) => ({ name: "folder", hint });

/** The same for other programs and other installations, as JSON and without secrets. */
export const exporting = {
  summary: "writes everything as JSON and files into a folder, without secrets",
  options: {},
  operand: folder("empty or not there"),
  run: (_: Values, operand: string) => write(operand, "EXPORT"),
} as const;

/** Fills an empty installation with an export. */
export const importing = {
  summary: "fills an installation in which nobody is with an export, all or nothing",
  options: {
    admin: { type: "string", hint: "e-mail address of an admin who gets a new password, which is shown" },
  },
  operand: folder("of the export"),
  run: (values: Values, operand: string) => bringBack(operand, "EXPORT", textOf(values, "admin")),
} as const;

type FormName = "BACKUP" | "EXPORT";

/** Rows are copied as they are: also by a version that was put there before the database was updated. */
const ANY = { ofAnyVersion: true };

async function write(to: string, name: FormName): Promise<Said> {
  const folder = resolve(to);
  return onDatabase(async () => {
    const [{ writeCopy }, forms] = await Promise.all([
      import("#lib/backup/write.ts"),
      import("#lib/backup/forms.ts"),
    ]);
    const connectionString = process.env.DATABASE_URL ?? "";
    const manifest = await plainly(() =>
      writeCopy({ connectionString, folder, form: forms[name], now: new Date() }),
    );
    const { absent, rows, files } = summed(manifest);
    const missing = absent === 0 ? [] : [`${absent} files the database names were not in the storage.`];
    const { madeAt } = manifest;
    return {
      json: { folder, ...(madeAt !== undefined && { madeAt }), rows, files, absent: manifest.absent },
      lines: [`${rows} rows and ${files} files are in ${folder}.`, ...missing],
    };
  }, ANY);
}

async function bringBack(from: string, name: FormName, admin = ""): Promise<Said> {
  const folder = resolve(from);
  if (!existsSync(folder)) throw new Problem(`There is no folder ${folder}.`);
  await prepareCode();
  const [{ checkCopy, hasAdmin }, forms] = await Promise.all([
    import("#lib/backup/restore.ts"),
    import("#lib/backup/forms.ts"),
  ]);
  const form = forms[name];
  const checked = await plainly(() => checkCopy({ folder, form }));
  const { manifest } = checked;
  const email = admin.trim().toLowerCase();
  if (email !== "" && !(await hasAdmin({ folder, email })))
    throw new Problem(`No admin of the ${form.name} has the address ${email}: nothing was written.`);
  const copy: Copy = { folder, form, copy: checked, email };
  // Where the application works by a role of its own, the owner of the tables fills them.
  const given = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  const { found, password } = given ? await fill(given, copy) : await fillOwn(copy);
  const { rows, files } = summed(manifest);
  const { madeAt } = manifest;
  const of = madeAt === undefined ? "" : ` of ${madeAt}`;
  return {
    json: {
      folder,
      ...(madeAt !== undefined && { madeAt }),
      ...{ rows, files, differences: found },
      ...(password !== null && { password }),
    },
    lines: [
      ...(found.length > 0
        ? found
        : [`${rows} rows and ${files} files${of} are back, and all are what they were.`]),
      ...(password === null ? [] : [passwordOf(email, password)]),
    ],
    failed: found.length > 0,
  };
}

type Copy = {
  folder: string;
  form: Form;
  copy: Awaited<ReturnType<typeof import("#lib/backup/restore.ts").checkCopy>>;
  /** Of the admin who gets a new password; empty: nobody does. */
  email: string;
};

/** What is not as it was, and the password that was made. */
type Filled = { found: string[]; password: string | null };

/** Our own Postgres gets the database under another name, and the right one when it is whole. */
async function fillOwn(copy: Copy): Promise<Filled> {
  if (runningPostgres(OWN_POSTGRES, OWN_DATABASE)) throw new Problem("The product runs: stop it first.");
  await claim("data");
  const postgres = await startPostgres(OWN_POSTGRES);
  try {
    const isThere = await exists(postgres.url("postgres"), OWN_DATABASE);
    if (isThere && (await lookInto(postgres.url(OWN_DATABASE))).hasMembers) {
      throw new Problem(`There are members in the database. Move ${OWN_POSTGRES} away first.`);
    }
    return await makeOwn(postgres, (draft) => fill(draft, copy));
  } finally {
    await postgres.stop();
  }
}

/** Fills an empty database: first what the copy's version had, then what came since. */
async function fill(connectionString: string, { email, ...copy }: Copy): Promise<Filled> {
  setSettings(connectionString);
  const { differences, insistOnRoom, restoreCopy } = await import("#lib/backup/restore.ts");
  const place = { connectionString, ...copy };
  await plainly(() => insistOnRoom(place));
  await migrateTo(connectionString, copy.copy.manifest.migrations);
  const { password, admin } = await newPassword(email);
  await plainly(() => restoreCopy({ ...place, admin }));
  try {
    const found = await differences(place);
    await migrate(connectionString);
    return { found, password };
  } catch (error) {
    const lost = password === null ? "" : ` ${passwordOf(email, password)}`;
    const why = error instanceof Error ? error.message : String(error);
    throw new Problem(`Everything is in the database, and what came after failed: ${why}.${lost}`);
  }
}

/** Lets an admin in whose password did not come along. */
async function newPassword(email: string) {
  if (email === "") return { password: null, admin: null };
  const { hashPassword } = await import("#lib/auth/passwords.ts");
  const password = randomBytes(15).toString("base64url");
  return { password, admin: { email, passwordHash: await hashPassword(password) } };
}

const passwordOf = (email: string, password: string) => `New password of ${email}: ${password}`;

function summed({ tables, files, absent }: Manifest) {
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.length,
    absent: absent.length,
  };
}

/** What went wrong is a sentence for whoever keeps the machine, not a fault of the program. */
async function plainly<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new Problem(error instanceof Error ? `${error.message}.` : String(error));
  }
}
