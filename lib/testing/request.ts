import { sealSessionId, sessionCookie } from "#lib/auth/cookie.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { insertSession } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";

// Asking loaders, actions and route handlers as somebody, without a server. In database tests this stands in the place of
// `next/headers`, `next/cache` and `next/server` (vitest.config.ts).

export { NextRequest, NextResponse } from "next/server.js";

/** The browser's cookies. */
export const jar = new Map<string, string>();
let asked = new Headers();

/** Whoever asks from here on, by a session of their own; null: nobody. */
export async function askAs(member: Pick<Actor, "id"> | null): Promise<void> {
  jar.clear();
  if (member === null) return;
  const session = { memberId: member.id, userAgent: null, now: new Date() };
  const { id } = await db.$transaction((tx) => insertSession(tx, session));
  jar.set(sessionCookie().name, await sealSessionId(id));
}

/** What else is asked with from here on. */
export function askWith(headers: Headers): void {
  asked = headers;
}

type SetCookie = (name: string, value: string, options: { maxAge?: number }) => void;

/** In the place of `next/headers`. */
export async function cookies() {
  const get = (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined);
  const set: SetCookie = (name, value, { maxAge }) =>
    void (maxAge === 0 ? jar.delete(name) : jar.set(name, value));
  return { get, set };
}

/** In the place of `next/headers`. */
export async function headers(): Promise<Headers> {
  return asked;
}

/** In the place of `next/server`. */
export async function connection(): Promise<void> {}

/** In the place of `next/cache`. */
export function refresh(): void {}
