/**
 * Where a page's feeds are, for its metadata: readers' programs look there. `folder` begins and ends with a slash. As text:
 * of a `URL` Next's metadata takes the host alone, and the path of the page.
 */
export function feedLinks(siteUrl: string, folder = "/") {
  const url = (name: string) => new URL(folder + name, siteUrl).href;
  return {
    "application/atom+xml": url("feed.xml"),
    "application/rss+xml": url("rss.xml"),
    "application/feed+json": url("feed.json"),
  };
}
