import type { Metadata } from "next";
import { FollowSources } from "#components/live/follow-sources.tsx";
import { DescribeSource } from "#components/sources/describe-source.tsx";
import { MergeSource } from "#components/sources/merge-source.tsx";
import { SnapshotList } from "#components/sources/snapshot-list.tsx";
import { SourceFacts } from "#components/sources/source-facts.tsx";
import { SourceFiles } from "#components/sources/source-files.tsx";
import { SourceUses } from "#components/sources/source-uses.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SourceWatch } from "#components/watch/source-watch.tsx";
import { may } from "#lib/auth/policy.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { stallsIn } from "#lib/snapshots/rules.ts";
import { loadSource } from "#lib/sources/loaders.ts";

type Props = PageProps<"/desk/sources/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadSource((await params).id)).source.title };
}

export default async function SourcePage({ params }: Props) {
  const [{ actor, source, snapshots, watch, marks, standing, isArchived, now }, { words, format, newsroom }] =
    await Promise.all([loadSource((await params).id), loadConventions()]);
  const texts = words.sources.page;
  const conventions = { words, format, locale: newsroom.locale, now };
  const stalls = stallsIn(snapshots, now);
  return (
    <>
      <FollowSources ids={[source.id]} standing={standing} stallsIn={stalls} />
      <PageHeader title={texts.title} crumbs={[{ href: "/desk/sources", label: words.sources.list.title }]} />
      <div className="mx-auto grid max-w-6xl items-start gap-x-10 gap-y-8 px-4 py-6 desk:px-7 desk:py-8 wide:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-8">
          <div className="grid gap-4">
            <SourceFacts source={source} {...conventions} />
            {may(actor, "source.edit") && <DescribeSource source={source} actor={actor} words={words} />}
          </div>
          <SourceFiles source={source} {...conventions} />
          <SourceUses source={source} marks={marks} {...conventions} />
        </div>
        <div className="grid min-w-0 gap-8">
          <SnapshotList
            source={source}
            snapshots={snapshots}
            isArchived={isArchived && may(actor, "evidence.edit")}
            {...conventions}
          />
          {watch && (
            <SourceWatch
              sourceId={source.id}
              watch={watch}
              mayAsk={may(actor, "evidence.edit")}
              {...conventions}
            />
          )}
          {source.visibility === "public" && may(actor, "source.merge") && (
            <MergeSource source={source} words={words} />
          )}
        </div>
      </div>
    </>
  );
}
