#!/usr/bin/env node
// Prisma Migrate without a binary download: speaks the schema engine's JSON-RPC over stdio and answers
// with Prisma's own WebAssembly build of that engine, over the `pg` driver.
// Use: PRISMA_SCHEMA_ENGINE_BINARY=<this file> prisma migrate dev|deploy|status|diff, prisma generate.
// The package's version belongs to prisma's: change both together.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { parse } from "pg-connection-string";

const argv = process.argv.slice(2);
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const url = JSON.parse(option("--datasource") ?? "{}").url ?? process.env.DATABASE_URL;

// adapter-pg has no mapping for Postgres' internal one-byte type "char" (OID 18), which the engine's
// describe queries return. Report it as a type the adapter knows, then hand the engine a Character.
const CHAR = 18;
const CHAR_ARRAY = 1002;
const relabel = (result) => {
  for (const field of result?.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY;
  return result;
};
class Client extends pg.Client {
  query(...args) {
    const callback = args.at(-1);
    if (typeof callback !== "function") return super.query(...args)?.then?.(relabel);
    args[args.length - 1] = (error, result) => callback(error, relabel(result));
    return super.query(...args);
  }
}
const withChar = (target) =>
  new Proxy(target, {
    get(object, key) {
      const value = object[key];
      if (typeof value !== "function") return value;
      // adapter-pg cuts a script at every ';', also inside comments and function bodies. Postgres reads it whole,
      // and then runs it as one transaction.
      if (key === "executeScript") return async (script) => void (await object.client.query(script));
      if (key === "startTransaction") return async (...args) => withChar(await value.apply(object, args));
      if (key !== "queryRaw") return value.bind(object);
      return async (query) => {
        const result = await value.call(object, query);
        result.columnTypes.forEach((type, column) => {
          if (type !== ColumnTypeEnum.CharacterArray) return;
          result.columnTypes[column] = ColumnTypeEnum.Character;
          for (const row of result.rows) if (row[column] === "") row[column] = "\0";
        });
        return result;
      };
    },
  });

if (argv.includes("cli")) {
  // can-connect-to-database | create-database | drop-database: only the first is needed here.
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    process.exit(0);
  } catch (error) {
    // The CLI reads the reason from JSON log lines on stderr. P1001: can't reach the server; P1003: no such database.
    const error_code = error.code === "3D000" ? "P1003" : "P1001";
    process.stderr.write(
      `${JSON.stringify({ level: "ERROR", fields: { error_code, is_panic: false, message: String(error.message) } })}\n`,
    );
    process.exit(1);
  }
}

const glue = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
const wasm = glue.replace(/\.js$/, ".wasm");
const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
  "./schema_engine_bg.js": bindings,
});
bindings.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const connect = (database) =>
  new PrismaPg({ ...parse(url), ...(database && { database }), Client }).connect();
const factory = bindMigrationAwareSqlAdapterFactory({
  provider: "postgres",
  adapterName: "@prisma/adapter-pg",
  connect: async () => withChar(await connect()),
  // adapter-pg's own version ignores `database` beside a connection string, and drops it while still connected.
  connectToShadowDb: async () => {
    const database = `prisma_shadow_${crypto.randomUUID()}`;
    const main = await connect();
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = await connect(database);
    const disconnect = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await disconnect();
      await main.executeScript(`DROP DATABASE "${database}"`);
      await main.dispose();
    };
    return withChar(shadow);
  },
});

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
let engine;
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (!method) continue; // the CLI's acknowledgement of a 'print'
  try {
    engine ??= await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
    const result = await engine[method === "getDatabaseVersion" ? "version" : method](params);
    if (method === "diff" && result?.stdout)
      send({ id, method: "print", params: { content: result.stdout } });
    send({ id, result: result ?? {} });
  } catch (error) {
    const message = String(error?.message ?? error);
    send({
      id,
      error: { code: 4466, message, data: { is_panic: false, message, meta: null, error_code: null } },
    });
  }
}
