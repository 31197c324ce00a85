import type { Pack } from "./loaders.ts";
import type { PackCheck } from "./pack.ts";

/** The evidence pack for machines. Times are in UTC, days are the newsroom's. */
export function packJson(pack: Pack): string {
  const { newsroom, range, now, words, ratings, totals, checks, nextQuery, siteUrl } = pack;
  const { methodology } = words.publicSite;
  const at = (path: string) => new URL(path, siteUrl).href;
  const content = {
    newsroom: { name: newsroom.name, url: at("/") },
    range: { from: range.from, to: range.to, timeZone: newsroom.timeZone },
    generatedAt: now,
    methodology: {
      url: at("/methodology"),
      steps: [methodology.step1, methodology.step2, methodology.step3, methodology.step4, methodology.step5],
      sources: methodology.standIns.sources,
      opinionsRequired: newsroom.opinionsRequired,
      sourcesRequired: newsroom.minSources,
      ratings: ratings.map(({ key, label, definition }) => ({ key, label, definition })),
    },
    correctionsUrl: at("/corrections"),
    totals,
    checks: checks.map((check) => checkJson(check, at)),
    next: nextQuery === null ? null : at(`/desk/insights/pack/json?${nextQuery}`),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function checkJson({ slug, claim, ...check }: PackCheck, at: (path: string) => string) {
  return { url: at(`/claims/${slug}`), ...check, ...claim };
}
