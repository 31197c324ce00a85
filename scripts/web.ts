import { createServer, type RequestListener } from "node:http";
import next from "next";
import { isSmall, limitBody } from "#lib/auth/large-bodies.ts";
import { ownTarget, readableTarget } from "#lib/delivery/addresses.ts";
import { Asked } from "#lib/delivery/asked.ts";
import { CLIENT_ADDRESS, clientAddress, isProxy, proxyList } from "#lib/delivery/client-address.ts";
import { serveReaders } from "#lib/delivery/readers.ts";
import { answerTheme } from "#lib/delivery/themes.ts";
import { env, settingMistakes } from "#lib/env.ts";
import { refusedStatus } from "#lib/guarding/own-origin.ts";
import { setPagePolicy, transportSecurity } from "#lib/guarding/page-policy.ts";
import { writeTurnedAway } from "#lib/guarding/refusals.ts";
import { countReader } from "#lib/operation/measures.ts";
import { loggedPath, traceAnswer, watchRequest } from "#lib/operation/requests.ts";
import { startTelemetry } from "#lib/operation/telemetry.ts";
import { hub } from "#lib/realtime/hub.ts";
import { PUBLIC_TOPIC } from "#lib/realtime/notices.ts";
import { chosenPort } from "./lib/ports.mjs";
import { Problem } from "./lib/screen.mjs";

// The web server: readers get finished documents, everything else is Next's. The address, the start and the end are
// ours to say.

/** Milliseconds that requests under way have to finish in. */
const GRACE = 5_000;

const mistakes = settingMistakes();
if (mistakes.length > 0) throw new Problem(mistakes.join("\n"));

const stopTelemetry = await startTelemetry({ service: "proofmark-web" });

// Read once: a setting is checked each time it is read, and these are wanted at every request.
const { ACCESS_LOG: areAllLogged, PUBLIC_URL: publicUrl } = env;
const isDevelopment = process.env.NODE_ENV !== "production";
const port = chosenPort();
const server = createServer({ IncomingMessage: Asked, optimizeEmptyRequests: true });
const app = next({
  dev: isDevelopment,
  hostname: new URL(publicUrl).hostname,
  port,
  httpServer: server,
});
await app.prepare();
const handle = app.getRequestHandler();
const pages: RequestListener = (request, response) => {
  request.url = readableTarget(request.url ?? "/");
  setPagePolicy(request, response, { publicUrl, isDevelopment });
  void handle(request, response);
};
// Kept for all who ask, without scripts: a nonce would make other bytes of the same page each time.
const readerPages: RequestListener = (request, response) => {
  request.url = readableTarget(request.url ?? "/");
  for (const [name, value] of Object.entries(transportSecurity(publicUrl))) response.setHeader(name, value);
  void handle(request, response);
};
// While one writes the pages, they are drawn anew each time, with the script that shows changes.
const readers = isDevelopment
  ? null
  : serveReaders({
      // Drawn once and kept: a trace for the drawing, none for what is answered from what is kept.
      pages: (request, response) =>
        traceAnswer({ request, response }, {}, () => readerPages(request, response)),
      publicUrl,
      isListening: () => hub().isListening(),
    });
if (readers) {
  hub().subscribe([PUBLIC_TOPIC], {
    onNotice: ({ tags = [] }) => (tags.length === 0 ? readers.dropAll() : readers.drop(tags)),
    onGap: readers.dropAll,
    onStop: () => {},
  });
}
const proxies = proxyList(env.TRUSTED_PROXIES);
server.on("request", (request, response) => {
  if (readers?.answerKept(request, response)) return countReader(response.statusCode);
  // Who asks is worked out for those alone who may be asked it: it takes longer than to answer what is kept.
  const { headers, socket } = request;
  request.url = ownTarget(request.url ?? "/");
  headers[CLIENT_ADDRESS] = clientAddress({ remoteAddress: socket.remoteAddress, headers }, proxies);
  if (answerTheme(request, response, { publicUrl, headers: transportSecurity(publicUrl) })) return;
  // What readers send has limits of its own, and says on the form what was wrong.
  if (readers?.answer(request, response)) {
    response.once("close", () => countReader(response.statusCode));
    return;
  }
  const isProxyTrusted = isProxy(socket.remoteAddress, proxies);
  watchRequest({ request, response }, { isProxyTrusted, areAllLogged }, async () => {
    const status = (await limitBody(request)) ? refusedStatus(request, publicUrl) : 413;
    if (status === null) return pages(request, response);
    const { method = "", url = "/" } = request;
    const sender = headers[CLIENT_ADDRESS]?.toString() ?? "";
    writeTurnedAway({ status, method, path: loggedPath(url), sender });
    if (status !== 413 && isSmall(request)) {
      // Let go by, so that the answer is read.
      request.resume();
      response.writeHead(status).end();
      return;
    }
    // What is still on its way is not read: the connection ends with the answer.
    response.writeHead(status, { Connection: "close" }).end(() => request.destroy());
  });
});
// Next keeps a process alive whatever is thrown in it: one that cannot listen would never say so.
server.once("error", (error) => {
  process.stderr.write(`It cannot listen on port ${port} of ${process.env.HOST}: ${error.message}\n`);
  process.exit(1);
});
server.listen(port, process.env.HOST, () => process.send?.("ready"));

function stop(): void {
  server.close(
    () =>
      void app
        .close()
        .then(stopTelemetry)
        .finally(() => process.exit(0)),
  );
  setTimeout(() => server.closeAllConnections(), GRACE).unref();
}
process.once("SIGTERM", stop).once("SIGINT", stop);
