import { sealSessionId } from "#lib/auth/cookie.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { insertSession } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";

// Asking loaders, actions and route handlers as somebody, without a server. A test puts it in Next's place:
//   vi.mock("next/headers", () => import("#lib/testing/request.ts"));
//   vi.mock("next/cache", () => import("#lib/testing/request.ts"));
//   vi.mock("next/server", () => import("#lib/testing/request.ts"));

let token: string | null = null;

/** Whoever asks from here on, by a session of their own; null: nobody. */
export async function askAs(member: Pick<Actor, "id"> | null): Promise<void> {
  token = null;
  if (member === null) return;
  const session = { memberId: member.id, userAgent: null, now: new Date() };
  const { id } = await db.$transaction((tx) => insertSession(tx, session));
  token = await sealSessionId(id);
}

/** In the place of `next/headers`. */
export async function cookies() {
  return { get: () => (token === null ? undefined : { value: token }), set: () => undefined };
}

/** In the place of `next/headers`. */
export async function headers(): Promise<Headers> {
  return new Headers();
}

/** In the place of `next/server`. */
export async function connection(): Promise<void> {}

/** In the place of `next/cache`. */
export function refresh(): void {}
