import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../processes.ts";
import { ROOT } from "../root.mjs";

const PLACE = join(ROOT, ".data/bench-peers/isr");

const LAYOUT = `
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`;

const PAGE = `
import { readFileSync } from "node:fs";
export const revalidate = 3600;
export const generateStaticParams = () => [{ slug: "one" }];
export default function Page() {
  return <main dangerouslySetInnerHTML={{ __html: readFileSync(process.env.PEER_HTML, "utf8") }} />;
}`;

const SERVER = `
import { createServer } from "node:http";
import next from "next";
const server = createServer();
const app = next({ dev: false, dir: import.meta.dirname, port: Number(process.env.PORT), httpServer: server });
await app.prepare();
server.on("request", app.getRequestHandler());
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));`;

/**
 * Builds the peer that a Next page is by itself: the same contents, rendered ahead and revalidated by the hour, with no
 * component for the browser. Gives the program that serves it, at /claims/one.
 */
export async function buildIsrPeer(body: string): Promise<string> {
  await rm(PLACE, { recursive: true, force: true });
  await mkdir(join(PLACE, "app/claims/[slug]"), { recursive: true });
  const html = join(PLACE, "body.html");
  await writeFile(html, body);
  await writeFile(join(PLACE, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await writeFile(join(PLACE, "app/layout.jsx"), LAYOUT);
  await writeFile(join(PLACE, "app/claims/[slug]/page.jsx"), PAGE);
  const server = join(PLACE, "server.mjs");
  await writeFile(server, SERVER);
  await run(["node_modules/next/dist/bin/next", "build", PLACE], {
    NODE_ENV: "production",
    PEER_HTML: html,
  });
  return server;
}
