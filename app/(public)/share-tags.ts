import type { Metadata } from "next";

/** Sizes in pixels. */
type SharePicture = { url: string; alt: string; width: number; height: number; type: string };

type Shared = {
  title: string;
  description?: string | undefined;
  /** Where the page stands, as search engines are told: in full, in its language. */
  url: string;
  newsroom: { name: string };
  /** As a network shows it, large. */
  picture?: SharePicture | null;
  /** Of what is published once and changed later. */
  dated?: { publishedAt: Date; changedAt: Date };
};

/** How a page's link looks where it is shared: OpenGraph, which Twitter's cards fall back on, and whose page it is. */
export function shareTags({ title, description, url, newsroom, picture, dated }: Shared): Metadata {
  const about = {
    title,
    siteName: newsroom.name,
    url,
    ...(description && { description }),
    ...(picture && { images: [picture] }),
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
    twitter: {
      card: picture ? "summary_large_image" : "summary",
      title,
      ...(description && { description }),
      ...(picture && { images: [{ url: picture.url, alt: picture.alt }] }),
    },
  };
}
