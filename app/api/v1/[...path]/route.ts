import { serveApi } from "#lib/api/serve.ts";

/** The API: what there is stands in lib/api/operations.ts. */
async function answer(request: Request): Promise<Response> {
  return serveApi(request, request.headers.get("x-client-address") ?? "");
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
