import { loadOEmbed } from "#lib/publishing/loaders.ts";
import { searchParamsOf } from "#lib/search-params.ts";
import { answerFile, answerProblem } from "../../file-answer.ts";

const PROBLEMS = {
  invalid: [400, "Bad Request"],
  not_found: [404, "Not Found"],
  not_implemented: [501, "Not Implemented"],
} as const;

/** How a claim's page is shown on other sites, for programs that ask by oEmbed. */
export async function GET(request: Request) {
  const answer = await loadOEmbed(searchParamsOf(request.url));
  if (typeof answer !== "string") return answerFile(answer);
  const [status, title] = PROBLEMS[answer];
  return answerProblem(status, { title });
}
