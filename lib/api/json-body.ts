import { Problem } from "./problem.ts";

/** How deep lists and objects may stand in one another. */
const DEEPEST = 32;

/** Reads a body of JSON: first its type, then its bytes, then its depth, and only then what it says. */
export async function readJson(
  request: Request,
  mostBytes: number,
): Promise<{ bytes: Uint8Array; value: unknown }> {
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new Problem(415, "not_json", "Send JSON, with Content-Type: application/json.");
  }
  const bytes = await readBytes(request, mostBytes);
  const text = decoded(bytes);
  if (text.trim() === "") throw new Problem(400, "no_json", "The body is empty. Send at least {}.");
  if (depthOf(text) > DEEPEST) throw new Problem(400, "too_deep", `No more than ${DEEPEST} levels, please.`);
  try {
    return { bytes, value: JSON.parse(text) };
  } catch {
    throw new Problem(400, "no_json", "The body is no JSON.");
  }
}

function tooLarge(mostBytes: number): Problem {
  const headers = { Connection: "close" };
  return new Problem(413, "too_large", `No more than ${mostBytes} bytes, please.`, { headers });
}

async function readBytes(request: Request, mostBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge(mostBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) throw tooLarge(mostBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, "not_utf8", "The body is not UTF-8.");
  }
}

/** Without parsing, which would build it all first. */
function depthOf(text: string): number {
  let [depth, deepest, isString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (isString) {
      if (character === 0x5c) at += 1;
      else if (character === 0x22) isString = false;
    } else if (character === 0x22) isString = true;
    else if (character === 0x5b || character === 0x7b) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === 0x5d || character === 0x7d) depth -= 1;
  }
  return deepest;
}
