import { createServer } from "node:http";
import next from "next";
import { env, settingMistakes } from "#lib/env.ts";
import { chosenPort } from "./lib/ports.mjs";
import { Problem } from "./lib/screen.mjs";

// The web server: Next behind a plain HTTP server, so that the address, the start and the end are ours to say.

/** Milliseconds that requests under way have to finish in. */
const GRACE = 5_000;

const mistakes = settingMistakes();
if (mistakes.length > 0) throw new Problem(mistakes.join("\n"));

const port = chosenPort();
const server = createServer();
const app = next({
  dev: process.env.NODE_ENV !== "production",
  hostname: new URL(env.PUBLIC_URL).hostname,
  port,
  httpServer: server,
});
await app.prepare();
const handle = app.getRequestHandler();
server.on("request", (request, response) => void handle(request, response));
server.listen(port, process.env.HOST, () => process.send?.("ready"));

function stop(): void {
  server.close(() => void app.close().then(() => process.exit(0)));
  setTimeout(() => server.closeAllConnections(), GRACE).unref();
}
process.once("SIGTERM", stop).once("SIGINT", stop);
