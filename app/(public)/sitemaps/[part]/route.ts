import { loadSitemapPart } from "#lib/publishing/loaders.ts";
import { answerFile } from "../../file-answer.ts";

/** One part of the site map. */
export async function GET(_: Request, { params }: RouteContext<"/sitemaps/[part]">) {
  return answerFile(await loadSitemapPart((await params).part));
}
