import type { Metadata } from "next";
import { ChartPatterns } from "#components/insights/chart-patterns.tsx";
import { InsightsPanels } from "#components/insights/insights-panels.tsx";
import { RangePicker } from "#components/insights/range-picker.tsx";
import { rangeText } from "#components/insights/range-text.ts";
import { Tiles } from "#components/insights/tiles.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { fill } from "#lib/i18n/words.ts";
import { loadInsights } from "#lib/insights/loaders.ts";
import { rangeQuery } from "#lib/insights/rules.ts";
import { loadConventions } from "#lib/members/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  await requireActor("insights.read");
  return { title: (await loadConventions()).words.insights.title };
}

export default async function InsightsPage({ searchParams }: PageProps<"/desk/insights">) {
  const insights = await loadInsights(searchParams);
  const { figures, range, today, words, format, newsroom } = insights;
  const texts = words.insights;
  return (
    <>
      <PageHeader
        title={texts.title}
        meta={fill(texts.range.zoned, {
          range: rangeText(range, { words, format }),
          timeZone: newsroom.timeZone,
        })}
        actions={
          <LinkButton href={`/desk/insights/pack?${rangeQuery(range)}`} size="sm">
            {texts.pack.open}
          </LinkButton>
        }
      />
      <div className="mx-auto grid max-w-6xl gap-4 px-4 py-5 desk:gap-5 desk:px-7">
        <RangePicker path="/desk/insights" range={range} today={today} words={words} />
        <ChartPatterns />
        <Tiles figures={figures} words={words} format={format} />
        <InsightsPanels insights={insights} />
      </div>
    </>
  );
}
