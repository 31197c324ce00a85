import { createServer } from "node:http";

// The peer that does nothing but answer: the same bytes and headers to everybody, from memory.

const { PORT, BODY = "", HEADERS = "[]" } = process.env;
const body = Buffer.from(BODY, "base64");
const headers: string[] = JSON.parse(HEADERS);

createServer((_, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(Number(PORT), "127.0.0.1", () => process.send?.("ready"));
