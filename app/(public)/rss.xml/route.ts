import { loadClaimsFeed } from "#lib/publishing/loaders.ts";
import { answerFile } from "../file-answer.ts";

/** What is new and what has changed, as RSS. */
export async function GET() {
  return answerFile(await loadClaimsFeed("rss"));
}
