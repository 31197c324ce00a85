import { loadCorrectionsFeed } from "#lib/publishing/loaders.ts";
import { answerFile } from "../../file-answer.ts";

/** Corrections, as RSS. */
export async function GET() {
  return answerFile(await loadCorrectionsFeed("rss"));
}
