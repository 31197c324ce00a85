import { once } from "node:events";
import { createServer as createHttp, type RequestListener } from "node:http";
import { createServer as createTcp, type Server, type Socket } from "node:net";
import { createServer as createTls } from "node:tls";

/** A server of a test on this machine; it ends, with all its connections, where its block ends (`await using`). */
export type LoopbackServer = AsyncDisposable & {
  port: number;
  /** As a list of allowed hosts has it: `127.0.0.1:1234`. */
  entry: string;
  origin: string;
  /** How many have connected so far. */
  connections: () => number;
  /** Resolves when the next connection that ends, ends. */
  hungUp: () => Promise<void>;
};

type Place = { at?: string; port?: number };

/** Speaks HTTP as Node does. */
export function serveHttp(answer: RequestListener, place: Place = {}): Promise<LoopbackServer> {
  return start(createHttp(answer), place);
}

/** Says whatever `answer` writes as soon as a request has begun, however wrong. */
export function serveRaw(answer: (socket: Socket) => void, place: Place = {}): Promise<LoopbackServer> {
  return start(
    createTcp((socket) => socket.once("data", () => answer(socket))),
    place,
  );
}

// Of no use outside tests: nothing trusts it.
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg7Mw510uKYBKZrDel
Pt8CChe1Q+EyWd8DfjPy2cWdpS+hRANCAAS3AakUbPX7ikN2KXq6RN+Qm25iIGep
xdM7h0y3d1gMSHaSbHpf3vS1krQ+IcZYcX2uHCtZqJ6tfhj/VbrBLCyj
-----END PRIVATE KEY-----`;

/** Signed by itself for cms.example.org, valid until 2126. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBcjCCARmgAwIBAgIBATAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9jbXMuZXhh
bXBsZS5vcmcwIBcNMjAwMTAxMDAwMDAwWhgPMjEyNjAxMDEwMDAwMDBaMBoxGDAW
BgNVBAMMD2Ntcy5leGFtcGxlLm9yZzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
BLcBqRRs9fuKQ3YperpE35CbbmIgZ6nF0zuHTLd3WAxIdpJsel/e9LWStD4hxlhx
fa4cK1monq1+GP9VusEsLKOjTjBMMBoGA1UdEQQTMBGCD2Ntcy5leGFtcGxlLm9y
ZzAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBQm0XV6/Vf3QC67guATkeGS7svH
qTAKBggqhkjOPQQDAgNHADBEAiAStzZ/aFIUTd4VZnqIfiF9qtzmOjnr0GnrsGqc
6T5TogIgL7RiGGdHR9es/a70gALZoUuoJtl0fI9Mm1WRuMqBSiQ=
-----END CERTIFICATE-----`;

/** The same, encrypted. */
export function serveTls(answer: (socket: Socket) => void): Promise<LoopbackServer> {
  const server = createTls({ key: KEY, cert: CERTIFICATE }, (socket) => {
    socket.on("error", () => {});
    socket.once("data", () => answer(socket));
  });
  return start(server, {});
}

/** Sends `piece` again and again for as long as anybody listens. */
export function pour(socket: Socket, piece: string | Uint8Array): void {
  const again = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on("drain", again);
  again();
}

async function start(server: Server, { at = "127.0.0.1", port: wanted = 0 }: Place): Promise<LoopbackServer> {
  const open = new Set<Socket>();
  let connections = 0;
  let ended = Promise.withResolvers<void>();
  server.on("connection", (socket: Socket) => {
    connections += 1;
    open.add(socket.on("error", () => {}));
    socket.on("close", () => {
      open.delete(socket);
      ended.resolve();
      ended = Promise.withResolvers();
    });
  });
  server.listen(wanted, at);
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const entry = `${at.includes(":") ? `[${at}]` : at}:${port}`;
  return {
    port,
    entry,
    origin: `http://${entry}`,
    connections: () => connections,
    hungUp: () => ended.promise,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
