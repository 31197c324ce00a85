import { loadSite } from "#lib/publishing/loaders.ts";

/** Programs may read what readers may, and nothing behind a login. */
export async function GET() {
  const { siteUrl } = await loadSite();
  const lines = [
    "User-agent: *",
    "Disallow: /desk",
    "Disallow: /api/",
    "Allow: /api/oembed",
    `Sitemap: ${new URL("/sitemap.xml", siteUrl)}`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
