import { loadListFile } from "#lib/publishing/loaders.ts";
import { searchParamsOf } from "#lib/search-params.ts";
import { answerFile } from "../file-answer.ts";

/** The list, or a search of it, as JSON; `Link` names the next part. */
export async function GET(request: Request) {
  const { nextUrl, ...file } = await loadListFile(searchParamsOf(request.url), "json");
  return answerFile(file, nextUrl === null ? {} : { Link: `<${nextUrl}>; rel="next"` });
}
