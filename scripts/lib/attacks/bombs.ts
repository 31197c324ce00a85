import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { pdfBomb } from "#lib/testing/pdf.ts";

/** A page that does harm by being read: what the server of the bombs answers. */
type Page = (request: IncomingMessage, response: ServerResponse) => void;

const MEGABYTE = 1_000_000;
const html = { "content-type": "text/html" };
const whole =
  (body: string | Uint8Array, headers: Record<string, string> = html): Page =>
  (_, response) => {
    response.writeHead(200, headers).end(body);
  };
const table = () => `<table>${`<tr>${"<td>x".repeat(40)}`.repeat(20_000)}</table>`;

/** No bomb, to compare with: as many words as an article may have. */
export const ORDINARY = "an ordinary article, as long";
const ordinary = () =>
  Array.from({ length: 800 }, (_, at) => `<p>${`It was said ${at} times in the summer. `.repeat(14)}</p>`);

const xmlBomb = () =>
  `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">${Array.from({ length: 12 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join("")}]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>&a12;</p></body></html>`;

/** Made before anything is measured: the process that serves it also asks for what readers get. */
const gzipBomb = Buffer.concat(
  Array.from<Buffer>({ length: 100 }).fill(gzipSync(Buffer.alloc(100 * MEGABYTE))),
);

/** Pages that an import by address gets. */
export const PAGES: Record<string, Page> = {
  "gzip bomb, 10 GB": (_, response) => {
    response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipBomb);
  },
  "an answer without an end": (_, response) => {
    response.writeHead(200, html);
    const piece = "<p>more</p>".repeat(10_000);
    const pour = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on("drain", pour);
    pour();
  },
  "headers of 1 MB": (request) => {
    request.socket.end(`HTTP/1.1 200 OK\r\n${"X-A: b\r\n".repeat(125_000)}\r\n`);
  },
  "a byte a second": (_, response) => {
    response.writeHead(200, html);
    const drip = setInterval(() => response.write("x"), 1_000);
    response.on("close", () => clearInterval(drip));
  },
  "elements in one another, 100,000 deep": whole(`${"<div>".repeat(100_000)}x`),
  "a table of 800,000 cells": whole(table()),
  "entities that grow to 3 TB": whole(xmlBomb(), { "content-type": "application/xhtml+xml" }),
  "a PDF that unpacks to 400 MB": whole(pdfBomb(400 * MEGABYTE), { "content-type": "application/pdf" }),
  "words for slow patterns": whole(
    `<p>${"a".repeat(200_000)}!</p><p>${" ".repeat(500_000)}x</p><p>${"“".repeat(200_000)}</p>`,
  ),
  [ORDINARY]: whole(ordinary().join("")),
};

type Way = (site: { url: string; port: number; token: string }) => Promise<string>;

async function raw(
  port: number,
  write: (socket: ReturnType<typeof connect>) => Promise<void> | void,
): Promise<string> {
  const socket = connect(port, "127.0.0.1").on("error", () => {});
  let said = "";
  socket.on("data", (bytes) => {
    said ||= bytes.toString("latin1").slice(0, 40).split("\r\n")[0] ?? "";
  });
  await once(socket, "connect");
  const closed = once(socket, "close").catch(() => undefined);
  // Whoever is refused in the middle of a sentence is hung up on.
  await Promise.resolve(write(socket)).catch(() => undefined);
  await Promise.race([closed, pause(60_000)]);
  socket.destroy();
  return said || "hung up";
}

const sendJson = (url: string, token: string, body: string) =>
  fetch(`${url}/api/v1/articles`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body,
  }).then(
    async (answer) => `${answer.status} ${((await answer.json()) as { reason?: string }).reason ?? ""}`,
    () => "hung up",
  );

/** What is sent to the web server itself. */
export const SENT: Record<string, Way> = {
  "JSON, 2 million levels deep": ({ url, token }) => sendJson(url, token, "[".repeat(2 * MEGABYTE)),
  "a form of 500 MB": ({ port }) =>
    raw(port, async (socket) => {
      socket.write(
        `POST /send HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${500 * MEGABYTE}\r\n\r\n--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n`,
      );
      const piece = Buffer.alloc(MEGABYTE, "x");
      for (let sent = 0; sent < 500 && !socket.destroyed; sent += 1)
        if (!socket.write(piece))
          await Promise.race([once(socket, "drain"), once(socket, "close"), pause(5_000)]);
    }),
  "request headers without an end": ({ port }) =>
    raw(port, async (socket) => {
      socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n");
      for (let sent = 0; sent < 2_000 && !socket.destroyed; sent += 1)
        if (!socket.write(`X-${sent}: ${"y".repeat(1_000)}\r\n`))
          await Promise.race([once(socket, "drain"), pause(100)]);
    }),
};
