import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chosenPort } from "./ports.mjs";
import { DATA } from "./root.mjs";

export type Site = {
  port: number;
  /** The address to listen on. This machine only, unless HOST says otherwise: the demo's password is known to all. */
  host: string;
  authSecret: string;
  publicUrl: string;
};

/** Where and how to serve, from the environment and .env, with what a first start lacks. */
export function chosenSite(): Site {
  const port = chosenPort();
  return {
    port,
    host: process.env.HOST || "127.0.0.1",
    authSecret: process.env.AUTH_SECRET || keptSecret(join(DATA, "secret")),
    publicUrl: process.env.PUBLIC_URL || `http://localhost:${port}`,
  };
}

/** 256 random bits in hex, made once and kept in a file only its owner can read. */
export function keptSecret(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}
