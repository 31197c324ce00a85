import type { Span } from "#lib/anchoring/spans.ts";
import { byPlace } from "#lib/claims/by-place.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";

/** A claim on its way to the server: its words are marked, and it has neither number nor card yet. */
export type PendingClaim = { key: string; span: Span; statement: string };

/** What the article's page knows of its claims. Never changed: a change makes another. */
export type Claims = {
  /** In reading order, with the passages that stand in the text shown. */
  list: readonly DeskClaim[];
  pending: readonly PendingClaim[];
};

/** What the server says now of some claims, and which of them are no more. */
export type ClaimChanges = { claims: readonly DeskClaim[]; goneIds: readonly string[] };

/** All claims of an article as the server read them at `listedAt`, in milliseconds. */
export type ClaimListing = { claims: readonly DeskClaim[]; listedAt: number };

/** The claims of one text on one page. */
export type ClaimStore = {
  now: () => Claims;
  /** As the server drew them: what the browser's first drawing must agree with. */
  drawn: () => Claims;
  list: () => readonly DeskClaim[];
  subscribe: (onChange: () => void) => () => void;
  /** Takes over what the server says now. Of two answers that crossed, the newer stays. */
  apply: (changes: ClaimChanges) => void;
  /** Takes over a whole list. One read before the last one says nothing. */
  relist: (listing: ClaimListing) => void;
  /** A claim whose form is open stays, though the server says it is gone: what is written in it is not lost. */
  hold: (claimId: string | null) => void;
  /** A claim is sent: its words are marked at once. */
  begin: (pending: PendingClaim) => void;
  /** The server answered: with the claim, or null when it refused or could not be reached. */
  end: (key: string, claim: DeskClaim | null) => void;
};

export function createClaimStore({
  revisionId,
  ...first
}: ClaimListing & { revisionId: string }): ClaimStore {
  const listeners = new Set<() => void>();
  const inText = (claim: DeskClaim): DeskClaim => ({
    ...claim,
    passages: claim.passages.filter((passage) => passage.revisionId === revisionId),
  });
  let { listedAt } = first;
  let now: Claims = { list: first.claims.map(inText).sort(byPlace), pending: [] };
  const drawn = now;
  let heldId: string | null = null;

  const change = (next: Partial<Claims>) => {
    now = { ...now, ...next };
    for (const listener of [...listeners]) listener();
  };
  const merged = ({ claims, goneIds }: ClaimChanges) => {
    const known = new Map(now.list.map((claim) => [claim.id, claim]));
    const newer = claims.filter((claim) => !isNewer(known.get(claim.id), claim)).map(inText);
    return withChanges(
      now.list,
      newer,
      goneIds.filter((id) => id !== heldId),
    );
  };

  return {
    now: () => now,
    drawn: () => drawn,
    list: () => now.list,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    apply: (changes) => change({ list: merged(changes) }),
    relist(listing) {
      if (listing.listedAt <= listedAt) return;
      listedAt = listing.listedAt;
      const listed = new Set(listing.claims.map(({ id }) => id));
      const gone = now.list.filter(({ id, updatedAt }) => !listed.has(id) && updatedAt.getTime() < listedAt);
      change({ list: merged({ claims: listing.claims, goneIds: gone.map(({ id }) => id) }) });
    },
    hold: (claimId) => {
      heldId = claimId;
    },
    begin: (pending) => change({ pending: [...now.pending, pending] }),
    end(key, claim) {
      const pending = now.pending.filter((each) => each.key !== key);
      change({ pending, ...(claim && { list: merged({ claims: [claim], goneIds: [] }) }) });
    },
  };
}

function isNewer(known: DeskClaim | undefined, said: DeskClaim): boolean {
  if (known === undefined) return false;
  if (known.version !== said.version) return known.version > said.version;
  return known.updatedAt.getTime() > said.updatedAt.getTime();
}

function withChanges(
  list: readonly DeskClaim[],
  changed: readonly DeskClaim[],
  goneIds: readonly string[],
): DeskClaim[] {
  const left = new Set([...goneIds, ...changed.map(({ id }) => id)]);
  return [...list.filter(({ id }) => !left.has(id)), ...changed].sort(byPlace);
}
