import type { Metadata } from "next";
import { ClaimRecord } from "#components/public-site/claim-record.tsx";
import { FormerVerdictView } from "#components/public-site/former-verdict.tsx";
import { WithdrawnNotice } from "#components/public-site/withdrawn-notice.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { fill, type Words } from "#lib/i18n/words.ts";
import { loadFormerVerdict, loadPublished } from "#lib/publishing/loaders.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";
import { ANNOTATION_TYPE } from "#lib/publishing/values.ts";
import { shareTags } from "../../share-tags.ts";
import { versionAsked } from "./version-asked.ts";

type Props = PageProps<"/claims/[slug]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ slug }, version] = await Promise.all([params, versionAsked(searchParams)]);
  const published = await loadPublished(slug);
  const { record, newsroom, words, siteUrl, language, isTranslated, languages, picture } = published;
  // As text: of a `URL` Next's metadata takes the host alone, and the path of the page.
  const urlIn = (asked: string | null) =>
    new URL(`${asked === null || asked === languages[0] ? "" : `/${asked}`}/claims/${record.slug}`, siteUrl)
      .href;
  // In a language it is not translated into, it is the same page with other buttons.
  const canonical = urlIn(isTranslated ? language : null);
  const alternates = {
    canonical,
    ...(languages.length > 1 && {
      languages: Object.fromEntries(languages.map((known) => [known, urlIn(known)])),
    }),
  };
  if (record.claim && version !== null && version !== record.number) {
    const { former } = await loadFormerVerdict(slug, version);
    const title = fill(words.publicSite.claim.formerTitle, { number: version, statement: former.statement });
    // What does not stand any more is found from the page that does.
    return { title: { absolute: `${title} · ${newsroom.name}` }, alternates, robots: { index: false } };
  }
  const title = record.claim?.statement ?? words.publicSite.claim.withdrawn;
  const description = record.claim ? inBrief(record.claim, words) : undefined;
  return {
    title: { absolute: `${title} · ${newsroom.name}` },
    description,
    ...shareTags({
      title,
      description,
      url: canonical,
      newsroom,
      picture,
      dated: { publishedAt: record.publishedAt, changedAt: record.updatedAt },
    }),
    alternates: {
      ...alternates,
      ...(record.claim && {
        types: {
          [ANNOTATION_TYPE]: new URL(`/claims/${record.slug}/annotation.jsonld`, siteUrl).href,
          "application/json+oembed": oEmbedUrl("json", urlIn(language)),
          "text/xml+oembed": oEmbedUrl("xml", urlIn(language)),
        },
      }),
    },
  };
}

/** Without ratings the conclusion says it all. */
function inBrief({ rating, conclusion }: StandingRecord["claim"], { common }: Words): string {
  return rating.isRated ? `${rating.label}${common.colon}${conclusion}` : conclusion;
}

function oEmbedUrl(format: "json" | "xml", page: string): string {
  const url = new URL("/api/oembed", page);
  url.searchParams.set("url", page);
  url.searchParams.set("format", format);
  return url.href;
}

export default async function ClaimPage({ params, searchParams }: Props) {
  const [{ slug }, version] = await Promise.all([params, versionAsked(searchParams)]);
  const site = await loadPublished(slug);
  const { record, words, newsroom } = site;
  return (
    <PublicShell words={words} newsroomName={newsroom.name} current="claims">
      {record.withdrawn ? (
        <WithdrawnNotice
          slug={record.slug}
          withdrawn={record.withdrawn}
          words={words}
          format={site.format}
          deskLang={site.deskLang}
        />
      ) : version === null || version === record.number ? (
        <ClaimRecord
          {...site}
          record={record}
          code={version === null ? site.code : null}
          isPermalink={version === null && site.language === null}
        />
      ) : (
        <FormerVerdictView {...(await loadFormerVerdict(slug, version))} />
      )}
    </PublicShell>
  );
}
