// @ts-check
import { once } from "node:events";
import { createServer } from "node:net";
import { Problem } from "./screen.mjs";

/** The port to serve on: PORT, or 3000. */
export function chosenPort() {
  const given = process.env.PORT || "3000";
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`PORT must be a number from 1 to 65535, not "${given}".`);
}

/**
 * Throws a Problem when something on this machine listens on the port, on whichever address, or nothing can on `host`.
 * @param {number} port
 * @param {string} [host] what HOST says
 */
export async function requireFreePort(port, host = "127.0.0.1") {
  if (!(await isOurs(host))) {
    throw new Problem(
      `HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0, not "${host}".`,
    );
  }
  for (const host of [undefined, "127.0.0.1"]) {
    if (await canListen(port, host)) continue;
    throw new Problem(
      `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
  }
}

/**
 * Whether this machine has the address: a port that the system chooses is free.
 * @param {string} host
 */
async function isOurs(host) {
  const server = createServer().listen({ port: 0, host });
  try {
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/**
 * @param {number} port
 * @param {string | undefined} host all addresses when undefined
 */
async function canListen(port, host) {
  const server = createServer().listen({ port, host });
  try {
    await once(server, "listening");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EACCES") {
      throw new Problem(`Port ${port} may not be used by this account: choose one above 1023 with PORT=…`);
    }
    return false;
  } finally {
    server.close();
  }
}

/** A port nobody listens on right now, on this machine only. */
export async function freePort() {
  const server = createServer().listen({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}
