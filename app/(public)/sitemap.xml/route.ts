import { loadSitemapIndex } from "#lib/publishing/loaders.ts";
import { answerFile } from "../file-answer.ts";

/** Where the parts of the site map are. */
export async function GET() {
  return answerFile(await loadSitemapIndex());
}
