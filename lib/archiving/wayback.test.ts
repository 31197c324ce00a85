import { expect, test } from "vitest";
import { serveHttp } from "#lib/testing/loopback-server.ts";
import { wayback } from "./wayback.ts";

const BLANKS = " ".repeat(65_536);

test("an answer that does not end is not read to its end", async () => {
  let sent = 0;
  let isCut = false;
  await using server = await serveHttp((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.on("close", () => {
      isCut = true;
    });
    const more = () => {
      if (response.destroyed || sent > 64 * 1_048_576) return void response.end("{}");
      sent += BLANKS.length;
      response.write(BLANKS, () => setImmediate(more));
    };
    more();
  });
  const archive = wayback({ endpoint: server.origin, key: "key", secret: "secret" });
  for (const ask of [() => archive.submit("https://source.example/"), () => archive.progressOf("spn2-1")]) {
    sent = 0;
    isCut = false;
    await expect(ask()).rejects.toThrow("more than anybody asked for");
    await expect.poll(() => isCut).toBe(true);
    expect(sent).toBeLessThan(16 * 1_048_576);
  }
});

test("an answer in pieces is read as one, whatever letters the pieces cut in two", async () => {
  const answer = Buffer.from(JSON.stringify({ job_id: "spn2-\u00fc" }));
  await using server = await serveHttp((_, response) => {
    response.writeHead(200);
    response.write(answer.subarray(0, answer.length - 3), () =>
      setTimeout(() => response.end(answer.subarray(answer.length - 3)), 20),
    );
  });
  const archive = wayback({ endpoint: server.origin, key: "key", secret: "secret" });
  expect(await archive.submit("https://source.example/")).toEqual({
    kind: "submitted",
    jobId: "spn2-\u00fc",
  });
});
