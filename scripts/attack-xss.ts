import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { requireBrowser } from "./lib/browser.ts";
import { readyBuild } from "./lib/build.ts";
import { freePort } from "./lib/ports.mjs";
import { Problem } from "./lib/screen.mjs";
import startSite from "./test-site.ts";

// `npm run attack:xss`: whether any of the attacks of corpora/xss runs, wherever the product keeps or takes words, on any
// page or file that shows them; and whether the product, used as it is meant, does what its own policy forbids. A
// production server on a database of its own, in Chromium; nothing leaves this machine. With `stored` as an argument forms and
// buttons are left out, which is half of the time.

await readyBuild();
let arrivals = 0;
const canary = createServer((_, response) => {
  arrivals += 1;
  response.end();
});
await new Promise<void>((ready) => canary.listen(0, "127.0.0.1", ready));
process.env.FETCH_ALLOWED_HOSTS = `127.0.0.1:${await freePort()}`;
process.env.API_REQUESTS_PER_MINUTE = "1000000";
const browser = await requireBrowser();
const stop = await startSite();
try {
  const { attackAll } = await import("./lib/attacks/xss.ts");
  const origin = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  const { isClean } = await attackAll({
    ...{ browser, origin, siteUrl: process.env.PUBLIC_URL ?? "", ownerUrl: process.env.DATABASE_URL ?? "" },
    arrivals: () => arrivals,
    isStoredAlone: process.argv[3] === "stored",
  });
  if (!isClean) throw new Problem("Something ran, was forbidden, or stood where it should not: see above.");
} finally {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  canary.closeAllConnections();
  canary.close();
  await stop();
}
