import { setTimeout as pause } from "node:timers/promises";

/**
 * Milliseconds from the end of the command until every server shows it, of each publishing and each withdrawing. The
 * pages were asked for before, so that every server has kept what stood there.
 */
export async function measureStaleness(
  origins: readonly string[],
  { claims }: { claims: number },
): Promise<{ publishing: number[]; withdrawing: number[] }> {
  // Only now: these modules read the settings.
  const { makeArticle, makeClaim } = await import("#lib/testing/factories.ts");
  const { publishClaim, withdrawClaim } = await import("#lib/publishing/commands.ts");
  const { db } = await import("#lib/db/client.ts");
  const [publishing, withdrawing]: [number[], number[]] = [[], []];
  for (let at = 0; at < claims; at += 1) {
    const article = await makeArticle();
    const { id: claimId, editor } = await makeClaim({ state: "ready", article });
    const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { slug: true } });
    const path = `/claims/${slug}`;
    await Promise.all(origins.map((origin) => fetch(origin + path)));
    const by = { actor: editor, claimId, now: new Date() };
    await publishClaim({ ...by, overrideItem: null, overrideReason: null });
    publishing.push(await untilAll(origins, path, (status) => status === 200));
    const reason = "The source was withdrawn, says the benchmark.";
    await withdrawClaim({ ...by, reason });
    withdrawing.push(await untilAll(origins, path, (_, text) => text.includes(reason)));
  }
  return { publishing, withdrawing };
}

async function untilAll(
  origins: readonly string[],
  path: string,
  isThere: (status: number, text: string) => boolean,
): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    origins.map(async (origin) => {
      for (;;) {
        const answer = await fetch(origin + path);
        if (isThere(answer.status, await answer.text())) return;
        await pause(2);
      }
    }),
  );
  return performance.now() - begun;
}
