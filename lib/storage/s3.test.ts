import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type LoopbackServer, serveHttp, serveRaw } from "#lib/testing/loopback-server.ts";
import { type S3Server, startS3 } from "#lib/testing/s3-server.ts";
import { describeStorage } from "#lib/testing/storage-contract.ts";
import { type Bucket, s3Storage } from "./s3.ts";
import type { Storage } from "./storage.ts";

/** Does not wait long for what will not come. */
const IN_HASTE = { tries: 3, milliseconds: 2_000, between: 1 };

let server: S3Server;
beforeAll(async () => {
  server = await startS3();
});
afterAll(() => server[Symbol.asyncDispose]());

/** An empty part of the bucket, as a storage. */
function under(storage: Storage): Storage {
  const place = randomUUID();
  const at = (key: string) => (key === "" || /^[/.]/.test(key) ? key : `${place}/${key}`);
  return {
    put: (key, bytes) => storage.put(at(key), bytes),
    get: (key) => storage.get(at(key)),
    remove: (key) => storage.remove(at(key)),
  };
}

describeStorage("a bucket", async () => under(s3Storage(server.bucket)));

test.each([
  "sources/ab/0123456789abcdef.gz",
  "a.b-c_d/E.F-G_H/0",
  "-begins/with-a.hyphen",
  "_/_._-_",
  `long/${"x".repeat(200)}`,
])("keeps under %s what is put there, and nothing beside it", async (key) => {
  const storage = s3Storage(server.bucket);
  await storage.put(key, new TextEncoder().encode(key));
  expect(Buffer.from((await storage.get(key)) ?? []).toString()).toBe(key);
  expect(await storage.get(`${key}x`)).toBeNull();
});

test("25 MB go there and back", async () => {
  const storage = s3Storage(server.bucket);
  const bytes = Buffer.alloc(25_000_000, "all of it ");
  await storage.put("large", bytes);
  expect(bytes.equals((await storage.get("large")) ?? new Uint8Array())).toBe(true);
});

describe("never takes for missing", () => {
  test.each([
    ["what a wrong secret may not see", { secret: "wrong" }, "403 (SignatureDoesNotMatch) to GET a"],
    ["what an unknown key may not see", { keyId: "nobody" }, "403 (InvalidAccessKeyId) to GET a"],
    ["what is in a bucket that is not there", { bucket: "elsewhere" }, "404 (NoSuchBucket) to GET a"],
  ])("%s", async (_, wrong, sentence) => {
    const storage = s3Storage({ ...server.bucket, ...wrong }, IN_HASTE);
    await expect(storage.get("a")).rejects.toThrow(sentence);
    await expect(storage.put("a", new Uint8Array([1]))).rejects.toThrow("to PUT a");
    await expect(storage.remove("a")).rejects.toThrow("to DELETE a");
  });

  test("what a server that is gone had", async () => {
    const gone = await startS3();
    await gone[Symbol.asyncDispose]();
    const storage = s3Storage(gone.bucket, IN_HASTE);
    await expect(storage.get("a")).rejects.toThrow("did not answer GET a");
    await expect(storage.put("a", new Uint8Array([1]))).rejects.toThrow("did not answer PUT a");
  });

  test("what a page that is no storage says is not there", async () => {
    await using page = await serveHttp((_, response) => response.writeHead(404).end("<h1>Not found</h1>"));
    await expect(at(page).get("a")).rejects.toThrow("answered 404 to GET a");
  });

  test("what is somewhere else: a signature follows nobody", async () => {
    await using other = await serveHttp((_, response) => response.end("other"));
    await using moved = await serveHttp((_, response) =>
      response.writeHead(307, { Location: `${other.origin}/a` }).end("<Code>TemporaryRedirect</Code>"),
    );
    await expect(at(moved).get("a")).rejects.toThrow("answered 307 (TemporaryRedirect) to GET a");
    expect(other.connections()).toBe(0);
  });
});

test("tries again what the server could not do just now, and only that", async () => {
  const statuses = [503, 429, 200];
  let asked = 0;
  await using busy = await serveHttp((request, response) => {
    request.resume().on("end", () => response.writeHead(statuses[asked++] ?? 403).end("kept"));
  });
  expect(Buffer.from((await at(busy).get("a")) ?? []).toString()).toBe("kept");
  expect(asked).toBe(3);
  await expect(at(busy).put("a", new Uint8Array([1]))).rejects.toThrow("403");
  expect(asked).toBe(4);
});

test("gives up after the last try, and says what was answered", async () => {
  let asked = 0;
  await using down = await serveHttp((_, response) => {
    asked += 1;
    response.writeHead(503).end("<Error><Code>SlowDown</Code></Error>");
  });
  await expect(at(down).get("a")).rejects.toThrow("answered 503 (SlowDown) to GET a");
  expect(asked).toBe(IN_HASTE.tries);
});

test.each([
  ["says nothing", ""],
  ["stops in the middle", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"],
])("waits no longer than it is told for a server that %s", async (_, said) => {
  await using slow = await serveRaw((socket) => void socket.write(said));
  const storage = s3Storage(placeOf(slow), { tries: 2, milliseconds: 200, between: 1 });
  await expect(storage.get("a")).rejects.toThrow("did not answer GET a");
});

test("a file that broke off is not a whole one", async () => {
  await using broken = await serveRaw((socket) =>
    socket.end("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"),
  );
  await expect(s3Storage(placeOf(broken), IN_HASTE).get("a")).rejects.toThrow("did not answer GET a");
});

test("the secret goes nowhere, and what is sent is signed", async () => {
  const seen: string[] = [];
  await using listening = await serveHttp((request, response) => {
    seen.push(JSON.stringify([request.url, request.headers]));
    request.resume().on("end", () => response.end());
  });
  await s3Storage({ ...placeOf(listening), secret: "very-secret" }, IN_HASTE).put("a/b", new Uint8Array([1]));
  expect(seen[0]).toContain("/files/a/b");
  // SHA-256 of the one byte.
  expect(seen[0]).toContain("4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a");
  expect(seen.join()).not.toContain("very-secret");
});

test.each([
  ["https://s3.example.org", "https://files.s3.example.org/a/b"],
  ["https://s3.example.org:9000/v1", "https://files.s3.example.org:9000/v1/a/b"],
])("a bucket before the host of %s", async (endpoint, address) => {
  const asked = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("kept"));
  const bucket = { endpoint, bucket: "files", region: "eu-1", keyId: "K", secret: "S", isPathStyle: false };
  await s3Storage(bucket).get("a/b");
  expect(asked).toHaveBeenCalledExactlyOnceWith(address, expect.anything());
});

function placeOf({ origin }: LoopbackServer): Bucket {
  return { endpoint: origin, bucket: "files", region: "eu-1", keyId: "K", secret: "S", isPathStyle: true };
}

function at(place: LoopbackServer): Storage {
  return s3Storage(placeOf(place), IN_HASTE);
}
