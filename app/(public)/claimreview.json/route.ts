import { loadDataFeed } from "#lib/publishing/loaders.ts";
import { searchParamsOf } from "#lib/search-params.ts";
import { answerFile } from "../file-answer.ts";

/** ClaimReview of all checks that have any, for data sets; `Link` names the next part. */
export async function GET(request: Request) {
  const { nextUrl, ...file } = await loadDataFeed(searchParamsOf(request.url));
  return answerFile(file, nextUrl === null ? {} : { Link: `<${nextUrl}>; rel="next"` });
}
