import { sealSessionId, sessionCookie } from "#lib/auth/cookie.ts";
import { insertSession } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";

/** What signing in leaves behind in a browser. */
export async function openCookie(memberId: string): Promise<{ name: string; value: string }> {
  const { id } = await db.$transaction((tx) =>
    insertSession(tx, { memberId, userAgent: null, now: new Date() }),
  );
  return { name: sessionCookie().name, value: await sealSessionId(id) };
}
