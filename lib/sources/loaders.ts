import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Block } from "#lib/anchoring/blocks.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { isArchivingOn } from "#lib/archiving/configured.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { Page } from "#lib/cursor.ts";
import { isId } from "#lib/input.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { getSnapshot, listCopies, listSnapshots, type SnapshotListItem } from "#lib/snapshots/queries.ts";
import { getWatch, listMarks, listStandings, type TaskMark, type Watch } from "#lib/watch/queries.ts";
import { standingOf } from "#lib/watch/rules.ts";
import {
  getQuotedEvidence,
  getSource,
  listSources,
  mergedInto,
  type QuotedEvidence,
  type SourceDetail,
  type SourceListItem,
} from "./queries.ts";
import { SOURCE_FORMS, SOURCE_KINDS, type SourceForm, type SourceKind } from "./values.ts";

/** The library for what the address asks: `q`, `kind`, `as`, `cursor`. */
export async function loadSources(searchParams: SearchParams): Promise<
  Page<SourceListItem> & {
    kind: SourceKind | null;
    held: SourceForm | null;
    search: string;
    isFirstPage: boolean;
  }
> {
  const viewer = await requireActor();
  const params = await searchParams;
  const asked = firstOf(params.kind);
  const kind = SOURCE_KINDS.find((known) => known === asked);
  const askedForm = firstOf(params.as);
  const held = SOURCE_FORMS.find((known) => known === askedForm);
  const isFile = held === undefined ? undefined : held === "file";
  const search = firstOf(params.q);
  const cursor = firstOf(params.cursor);
  const page = await listSources({ viewer, kind, isFile, search, cursor });
  return {
    ...page,
    kind: kind ?? null,
    held: held ?? null,
    search: search ?? "",
    isFirstPage: cursor === undefined,
  };
}

/** A source with its copies, how its watch stands and what is the matter where it is used. */
type LoadedSource = {
  actor: Actor;
  source: SourceDetail;
  snapshots: SnapshotListItem[];
  watch: Watch | null;
  /** By evidence. */
  marks: ReadonlyMap<string, TaskMark>;
  /** As `FollowSources` needs it. */
  standing: string;
  /** Whether copies of it are archived outside: an archive is set up, and it is cited in public. */
  isArchived: boolean;
  now: Date;
};

/** A source's page. One that became another leads there. Not found when there is none one may know of. */
export const loadSource = cache(async (id: string): Promise<LoadedSource> => {
  const actor = await requireActor();
  // Before all it tells of: what changes while the rest is read is then told by the page's stream.
  const standings = isId(id) ? await listStandings({ sourceIds: [id] }) : new Map();
  const source = await getSource({ id, viewer: actor });
  if (!source) {
    const kept = await mergedInto(id);
    // Only to what this member may know of: otherwise the old address would tell that it is there.
    if (kept !== null && (await getSource({ id: kept, viewer: actor }))) redirect(`/desk/sources/${kept}`);
    notFound();
  }
  const [snapshots, watch, marks] = await Promise.all([
    listSnapshots({ sourceId: source.id, viewer: actor }),
    getWatch(source.id),
    listMarks(source.uses.map((use) => use.id)),
  ]);
  const isArchived = watch !== null && isArchivingOn();
  const standing = standingOf([id], standings);
  return { actor, source, snapshots, watch, marks, standing, isArchived, now: new Date() };
});

/** A kept text to choose words in, and where the quoted ones stand in it. */
type QuotableCopy = {
  id: string;
  readAt: Date;
  copy: { text: string; blocks: Block[]; language: string; direction: "ltr" | "rtl" };
  place: Span | null;
};

/** Evidence beside the newest kept text of its source. Not found without one. */
export const loadQuoting = cache(
  async (id: string): Promise<{ evidence: QuotedEvidence; snapshot: QuotableCopy }> => {
    const viewer = await requireActor();
    const evidence = await getQuotedEvidence({ id, viewer });
    if (!evidence) notFound();
    const kept = (await listCopies([evidence.source.id])).get(evidence.source.id)?.kept;
    const snapshot = kept ? await getSnapshot({ id: kept.id, viewer }) : null;
    if (!snapshot || snapshot.text === null) notFound();
    const { text, blocks, metadata, readAt } = snapshot;
    const { quoteSnapshotId, quoteStart: start, quoteEnd: end } = evidence;
    const isHere = quoteSnapshotId === snapshot.id && start !== null && end !== null;
    return {
      evidence,
      snapshot: {
        id: snapshot.id,
        readAt,
        copy: {
          text,
          blocks,
          language: metadata?.language ?? "und",
          direction: metadata?.direction ?? "ltr",
        },
        place: isHere ? { start, end } : null,
      },
    };
  },
);
