import type { Metadata } from "next";

type Shared = {
  title: string;
  description?: string | undefined;
  path: string;
  siteUrl: string;
  newsroom: { name: string };
  /** Of what is published once and changed later. */
  dated?: { publishedAt: Date; changedAt: Date };
};

/** How a page's link looks where it is shared: OpenGraph, which Twitter's cards fall back on, and whose page it is. */
export function shareTags({ title, description, path, siteUrl, newsroom, dated }: Shared): Metadata {
  const about = {
    title,
    siteName: newsroom.name,
    url: new URL(path, siteUrl).href,
    ...(description && { description }),
  };
  return {
    openGraph: dated
      ? {
          ...about,
          type: "article",
          publishedTime: dated.publishedAt.toISOString(),
          modifiedTime: dated.changedAt.toISOString(),
        }
      : { ...about, type: "website" },
    twitter: { card: "summary", title, ...(description && { description }) },
  };
}
