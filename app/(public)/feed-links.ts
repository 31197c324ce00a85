/** Where a page's feeds are, for its metadata: readers' programs look there. `folder` begins and ends with a slash. */
export function feedLinks(siteUrl: string, folder = "/") {
  const url = (name: string) => new URL(folder + name, siteUrl);
  return {
    "application/atom+xml": url("feed.xml"),
    "application/rss+xml": url("rss.xml"),
    "application/feed+json": url("feed.json"),
  };
}
