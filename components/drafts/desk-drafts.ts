import type { Content } from "./draft-store.ts";

/** A draft as the desk keeps it. `savedAt`: milliseconds, by the server's clock. */
export type KeptDraft = { content: Content; savedAt: number };

const ADDRESS = "/api/desk/drafts";

/** Milliseconds for which the list of drafts serves all forms that are shown. */
const FRESH = 30_000;

/** Characters that a browser still sends while its page goes away. */
const MOST_ON_LEAVING = 60_000;

let list: { askedAt: number; drafts: Promise<Map<string, number>> } | null = null;

/** When the desk last kept a draft for a form, in milliseconds; null when it has none. Throws without an answer. */
export async function askKeptAt(key: string): Promise<number | null> {
  if (list === null || Date.now() - list.askedAt > FRESH) {
    list = { askedAt: Date.now(), drafts: fetchList() };
    list.drafts.catch(() => {
      list = null;
    });
  }
  return (await list.drafts).get(key) ?? null;
}

async function fetchList(): Promise<Map<string, number>> {
  const response = await fetch(ADDRESS);
  if (response.status !== 200) throw new Error(`The drafts were answered with ${response.status}`);
  const { drafts } = (await response.json()) as { drafts: { key: string; savedAt: number }[] };
  return new Map(drafts.map(({ key, savedAt }) => [key, savedAt]));
}

/** The draft the desk has for a form, null when there is none. Throws without an answer. */
export async function fetchKept(key: string): Promise<KeptDraft | null> {
  const response = await fetch(`${ADDRESS}?${new URLSearchParams({ key })}`);
  if (response.status !== 200) throw new Error(`A draft was answered with ${response.status}`);
  return ((await response.json()) as { draft: KeptDraft | null }).draft;
}

/**
 * Has the desk keep a draft. `known`: when the one was kept that this page knows of. Answers when, or with the one
 * that another device left meanwhile; null when it is refused: the session has ended, or it is too long.
 */
export async function keepAtDesk(
  { key, content, known }: { key: string; content: Content; known: number | null },
  { isLeaving = false } = {},
): Promise<{ savedAt: number } | { other: KeptDraft } | null> {
  const body = JSON.stringify({ key, content, known });
  const response = await fetch(ADDRESS, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body,
    keepalive: isLeaving && body.length <= MOST_ON_LEAVING,
  });
  if (response.status !== 200) return null;
  const answer = (await response.json()) as { savedAt: number } | { other: KeptDraft };
  note(key, "other" in answer ? answer.other.savedAt : answer.savedAt);
  return answer;
}

/** The form was sent, or its draft thrown away. */
export async function dropAtDesk(key: string): Promise<void> {
  note(key, null);
  await fetch(`${ADDRESS}?${new URLSearchParams({ key })}`, { method: "DELETE", keepalive: true });
}

function note(key: string, savedAt: number | null): void {
  void list?.drafts.then((drafts) => (savedAt === null ? drafts.delete(key) : drafts.set(key, savedAt)));
}
