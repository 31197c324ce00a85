import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { slugOf } from "#lib/slug.ts";
import {
  makeArticle,
  makeClaim,
  makeInvitation,
  makeResetKey,
  makeSignInKey,
  makeSnapshot,
  makeTip,
  revise,
} from "#lib/testing/factories.ts";
import { makeCheckFile, makeImport } from "#lib/testing/made-import.ts";
import { test as base, person, unique } from "./fixtures.ts";

const APP = join(import.meta.dirname, "../app");

/** The pattern of every page there is, as Next makes it of the folders: `/desk/claims/[id]`. */
export function listPages(folder = ""): string[] {
  return readdirSync(join(APP, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return listPages(`${folder}/${entry.name}`);
    return entry.name === "page.tsx" ? [folder.replaceAll(/\/\([^)]+\)/g, "") || "/"] : [];
  });
}

/** Something to look at on every page: an article with claims in several states, one of them published. */
export async function makeThings() {
  const author = await person("reporter");
  const title = `The treaty as told by ${unique()}`;
  const article = await makeArticle({ actor: author, title, byline: "Ana Silva", publishedOn: "2026-01-19" });
  const own = {
    author,
    article,
    claimantName: `Speaker ${unique()}`,
    claimantKind: "other",
    saidOn: "2026-01-18",
    topics: [`Treaties ${unique()}`],
  } satisfies Parameters<typeof makeClaim>[0];
  const published = await makeClaim({ ...own, state: "published", words: "It had twelve members at first." });
  const draft = await makeClaim({
    ...own,
    words: "Today it has thirty-two.",
    statement: `A secret draft ${unique()}`,
  });
  const differing = await makeClaim({ ...own, state: "adjudication", words: "Sweden joined in March 2024." });
  const cited = await db.evidence.findFirstOrThrow({
    where: { claimId: published.id },
    select: { id: true, sourceId: true },
  });
  const snapshot = {
    ...(await makeSnapshot({ sourceId: cited.sourceId })),
    sourceId: cited.sourceId,
    evidenceId: cited.id,
  };
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: published.id }, select: { slug: true } });
  const [topic, claimant] = [slugOf(own.topics[0] ?? ""), slugOf(own.claimantName)];
  const read = await makeImport({ member: author });
  const checkFile = await makeCheckFile({ member: author });
  const keys = {
    invitation: (await makeInvitation()).key,
    reset: (await makeResetKey(author)).key,
    signIn: (await makeSignInKey(author)).key,
  };
  const sent = await makeTip({ claimId: published.id, email: `${unique()}@reader.example` });
  const changed = await makeArticle({ actor: author, title: `Changed since ${unique()}` });
  await makeClaim({ ...own, article: changed, words: "It had twelve members at first." });
  await revise(changed.id, changed.text.replace("twelve members", "ten members"), { actor: author });
  return {
    author,
    article: { ...article, title },
    published: { ...published, slug },
    draft,
    differing,
    snapshot,
    /** Slugs of the topic and the claimant of all these claims. */
    topic,
    claimant,
    read,
    checkFile,
    /** What stands in the addresses of links that let somebody in. */
    keys,
    /** From somebody outside. */
    sent,
    /** Its second text says something else where a claim was. */
    changed,
  };
}
export type Things = Awaited<ReturnType<typeof makeThings>>;

/** With things that a worker makes once, for tests that only look at them. */
export const test = base.extend<object, { things: Things }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  things: [async ({}, use) => use(await makeThings()), { scope: "worker" }],
});

/** The address of a page about some of these things. */
export function addressOf(
  pattern: string,
  { article, published, read, checkFile, sent, changed, snapshot, topic, claimant, keys }: Things,
  member: Pick<Actor, "id">,
): string {
  switch (pattern) {
    case "/claims/[slug]":
    case "/embed/claims/[slug]":
    case "/claims/[slug]/record":
    case "/claims/[slug]/report":
    case "/claims/[slug]/report/thanks":
      return pattern.replace("[slug]", published.slug);
    case "/articles/[slug]":
      return `/articles/${article.slug}`;
    case "/topics/[slug]":
      return `/topics/${topic}`;
    case "/claimants/[slug]":
      return `/claimants/${claimant}`;
    case "/invite/[key]":
      return `/invite/${keys.invitation}`;
    case "/reset/[key]":
      return `/reset/${keys.reset}`;
    case "/sign-in/[key]":
      return `/sign-in/${keys.signIn}`;
    case "/desk/queue/bulk":
      return `/desk/queue/bulk?do=snooze&claim=${published.id}`;
    case "/desk/claims/[id]":
      return `/desk/claims/${published.id}`;
    case "/desk/evidence/[id]/words":
      return `/desk/evidence/${snapshot.evidenceId}/words`;
    case "/desk/sources/[id]":
      return `/desk/sources/${snapshot.sourceId}`;
    case "/desk/snapshots/[id]":
      return `/desk/snapshots/${snapshot.id}`;
    case "/desk/imports/[id]":
      return `/desk/imports/${read.id}`;
    case "/desk/settings/checks/[id]":
      return `/desk/settings/checks/${checkFile.id}`;
    case "/desk/settings/people/[id]":
      return `/desk/settings/people/${sent.id}`;
    case "/desk/articles/[id]/repairs":
    case "/desk/articles/[id]/revisions":
    case "/desk/articles/[id]/revisions/[number]":
      return pattern.replace("[id]", changed.id).replace("[number]", "2");
    case "/desk/settings/members/[id]":
      return `/desk/settings/members/${member.id}`;
    default:
      return pattern.replace("[id]", article.id);
  }
}
