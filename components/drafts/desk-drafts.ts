import type { Content } from "./draft-store.ts";
import type { There } from "./meet-drafts.ts";

/** A draft as the desk keeps it. `savedAt`: milliseconds, by the server's clock. */
export type KeptDraft = { content: Content; savedAt: number };

const ADDRESS = "/api/desk/drafts";

/** Milliseconds for which the list of drafts serves all forms that are shown. */
const FRESH = 30_000;

/** Bytes that a browser still sends while its page goes away. */
const MOST_ON_LEAVING = 60_000;

let list: { askedAt: number; drafts: Promise<Map<string, There>> } | null = null;

/** What the desk says of a draft for a form; null when it says nothing of one. Throws without an answer. */
export async function askThere(key: string): Promise<There | null> {
  if (list === null || Date.now() - list.askedAt > FRESH) {
    list = { askedAt: Date.now(), drafts: fetchList() };
    list.drafts.catch(() => {
      list = null;
    });
  }
  return (await list.drafts).get(key) ?? null;
}

type ListedDraft = { key: string; savedAt: number; isGone: boolean };

async function fetchList(): Promise<Map<string, There>> {
  const response = await fetch(ADDRESS);
  if (response.status !== 200) throw new Error(`The drafts were answered with ${response.status}`);
  const { drafts } = (await response.json()) as { drafts: ListedDraft[] };
  return new Map(drafts.map(({ key, savedAt, isGone }) => [key, { at: savedAt, isGone }]));
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
    keepalive: isLeaving && new TextEncoder().encode(body).length <= MOST_ON_LEAVING,
  });
  if (response.status !== 200) return null;
  const answer = (await response.json()) as { savedAt: number } | { other: KeptDraft };
  const { savedAt } = "other" in answer ? answer.other : answer;
  void list?.drafts.then((drafts) => drafts.set(key, { at: savedAt, isGone: false }));
  return answer;
}

/** The form was sent, or its draft thrown away: the one the desk kept at `known`. A later one stays. */
export async function dropAtDesk(key: string, known: number): Promise<void> {
  void list?.drafts.then((drafts) => drafts.delete(key));
  const params = new URLSearchParams({ key, known: String(known) });
  await fetch(`${ADDRESS}?${params}`, { method: "DELETE", keepalive: true });
}
