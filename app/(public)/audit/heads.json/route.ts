import { loadPublicHeads } from "#lib/audit/loaders.ts";
import { searchParamsOf } from "#lib/search-params.ts";
import { answerFile } from "../../file-answer.ts";

/** The signed ends of the chains of published articles; `Link` names the next part. */
export async function GET(request: Request) {
  const { nextUrl, ...file } = await loadPublicHeads(searchParamsOf(request.url));
  return answerFile(file, nextUrl === null ? {} : { Link: `<${nextUrl}>; rel="next"` });
}
