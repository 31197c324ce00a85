import { once } from "node:events";
import { isIP, type Socket, connect as startTcp } from "node:net";
import { connect as startTls } from "node:tls";
import { startDeadline } from "./deadline.ts";
import type { Target } from "./targets.ts";

/** A name with hundreds of addresses is no reason to knock at hundreds of doors. */
const MOST_TRIES = 4;
/** Milliseconds for an address that has another after it; the last one has what is left of the whole time. */
const NEXT_AFTER = 3_000;

/**
 * A connection to the first of the checked addresses that answers, encrypted and proved to be the target's name if
 * the target is secure. The socket is the caller's to destroy. Nothing here looks up a name, a proxy or a pool.
 */
export async function connectTo(
  target: Target,
  { addresses, signal }: { addresses: readonly string[]; signal: AbortSignal },
): Promise<Socket> {
  const tried = addresses.slice(0, MOST_TRIES);
  const last = tried.pop();
  if (last === undefined) throw new Error("No address to connect to"); // Node would take localhost
  for (const address of tried) {
    const soon = startDeadline(NEXT_AFTER, signal);
    try {
      return await dial(target, address, soon.signal);
    } catch {
      signal.throwIfAborted(); // otherwise the next address may do
    } finally {
      soon.stop();
    }
  }
  return dial(target, last, signal);
}

async function dial({ host, port, isSecure }: Target, address: string, signal: AbortSignal): Promise<Socket> {
  signal.throwIfAborted();
  const socket = isSecure
    ? startTls({
        host: address,
        port,
        // An address has no server name; its certificate is then checked against the address.
        servername: isIP(host) === 0 ? host : "",
        rejectUnauthorized: true, // whatever the environment says
        ALPNProtocols: ["http/1.1"],
      })
    : startTcp({ host: address, port });
  // Whoever waits hears it too; between two who wait, nobody would, and it would end the process.
  socket.on("error", () => {});
  try {
    await once(socket, isSecure ? "secureConnect" : "connect", { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
