import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { traced } from "#lib/tracing.ts";
import { insistOnKey, type Storage } from "./storage.ts";

/** A bucket of an S3-compatible storage, and who reaches it. */
export type Bucket = {
  /** Where the service answers, without a slash at the end. */
  endpoint: string;
  bucket: string;
  region: string;
  keyId: string;
  secret: string;
  /** The bucket stands in the path, `https://host/bucket/key`; otherwise before the host, `https://bucket.host/key`. */
  isPathStyle: boolean;
};

/** How long it is waited for: `milliseconds` for a whole try, `between` before the second, twice as long each time. */
type Patience = { tries: number; milliseconds: number; between: number };

/** 25 MB in a minute is 3.4 Mbit/s; the job that asks is tried again later than all of this. */
const PATIENCE: Patience = { tries: 3, milliseconds: 60_000, between: 250 };

type Sent = { method: "GET" | "PUT" | "DELETE"; key: string; body?: Uint8Array<ArrayBuffer> };
type Answer = { status: number; code: string; bytes: Uint8Array };

/** What another try may mend: nobody answered in time, or the service said that it cannot just now. */
class Passing extends Error {}

/**
 * Files in a bucket of an S3-compatible storage. The address is the administrator's, not one that somebody typed, so it
 * does not go through lib/fetching. Throws when the storage refuses or does not answer: only what it says is not there
 * is not there.
 */
export function s3Storage(bucket: Bucket, patience: Patience = PATIENCE): Storage {
  const { keyId: accessKeyId, secret: secretAccessKey, region } = bucket;
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });

  const step = ({ method }: Sent) => ({
    name: method,
    kind: "client" as const,
    facts: { "http.request.method": method, "server.address": new URL(bucket.endpoint).hostname },
  });
  const attempt = async (sent: Sent): Promise<Answer> => {
    const { method, key, body } = sent;
    const signed = await signer.sign(addressOf(bucket, key), {
      method,
      ...(body && { body }),
      // Signed with the rest, so that what arrives is what was sent. In memory, so that the length is said beforehand.
      headers: {
        "X-Amz-Content-Sha256": createHash("sha256")
          .update(body ?? "")
          .digest("hex"),
      },
    });
    try {
      const response = await fetch(signed.url, {
        method,
        headers: signed.headers,
        body: body ?? null,
        redirect: "manual",
        signal: AbortSignal.timeout(patience.milliseconds),
      });
      return await read(response);
    } catch (error) {
      throw new Passing(`The file storage did not answer ${method} ${key}`, { cause: error });
    }
  };
  const ask = async (sent: Sent): Promise<Answer> => {
    for (let tried = 1; ; tried += 1) {
      try {
        const answer = await traced(step(sent), () => attempt(sent));
        if (answer.status < 500 && answer.status !== 429) return answer;
        throw new Passing(sentence(answer, sent));
      } catch (error) {
        if (!(error instanceof Passing) || tried >= patience.tries) throw error;
        await pause(patience.between * 2 ** (tried - 1));
      }
    }
  };

  return {
    async put(key, bytes) {
      insistOnKey(key);
      const sent: Sent = { method: "PUT", key, body: new Uint8Array(bytes) };
      const answer = await ask(sent);
      if (answer.status !== 200) throw new Error(sentence(answer, sent));
    },
    async get(key) {
      insistOnKey(key);
      const sent: Sent = { method: "GET", key };
      const answer = await ask(sent);
      if (answer.status === 200) return answer.bytes;
      // A bucket that is not there answers 404 too.
      if (answer.status === 404 && answer.code === "NoSuchKey") return null;
      throw new Error(sentence(answer, sent));
    },
    async remove(key) {
      insistOnKey(key);
      const sent: Sent = { method: "DELETE", key };
      const answer = await ask(sent);
      const isGone = [200, 204].includes(answer.status) || answer.code === "NoSuchKey";
      if (!isGone) throw new Error(sentence(answer, sent));
    },
  };
}

function addressOf({ endpoint, bucket, isPathStyle }: Bucket, key: string): string {
  if (isPathStyle) return `${endpoint}/${bucket}/${key}`;
  const address = new URL(endpoint);
  address.hostname = `${bucket}.${address.hostname}`;
  return `${address.href.replace(/\/$/, "")}/${key}`;
}

async function read(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const said = response.ok ? "" : Buffer.from(bytes.subarray(0, LONGEST_REFUSAL)).toString();
  return { status: response.status, code: /<Code>(\w+)<\/Code>/.exec(said)?.[1] ?? "", bytes };
}

/** In bytes: refusals are a few lines of XML. */
const LONGEST_REFUSAL = 10_000;

/** For the log: the service's own code is what its manual explains. */
function sentence({ status, code }: Answer, { method, key }: Sent): string {
  return `The file storage answered ${status}${code && ` (${code})`} to ${method} ${key}`;
}
