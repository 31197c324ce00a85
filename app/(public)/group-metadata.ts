import type { Metadata } from "next";
import { fill } from "#lib/i18n/words.ts";
import { loadAddresses, type loadGroup } from "#lib/publishing/loaders.ts";
import { groupPath } from "#lib/publishing/values.ts";
import { feedLinks } from "./feed-links.ts";
import { shareTags } from "./share-tags.ts";

/** The head of a topic's or a claimant's page. */
export async function groupMetadata({
  group,
  newsroom,
  words,
  siteUrl,
}: Awaited<ReturnType<typeof loadGroup>>): Promise<Metadata> {
  const texts = words.publicSite.group;
  const path = groupPath(group);
  const title = fill(texts.title[group.kind], { name: group.name });
  const addresses = await loadAddresses(path);
  return {
    title: { absolute: `${title} · ${newsroom.name}` },
    description: texts.lead[group.kind],
    ...shareTags({ title, description: texts.lead[group.kind], url: addresses.canonical, newsroom }),
    alternates: { ...addresses, types: feedLinks(siteUrl, `${path}/`) },
  };
}
