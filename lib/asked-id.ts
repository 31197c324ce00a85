import { AsyncLocalStorage } from "node:async_hooks";

/** What the answer to a request calls it, in the header of this name and in every line of the log about it. */
export const REQUEST_ID = "x-request-id";

const holder = globalThis as { proofmarkRequests?: AsyncLocalStorage<string> };
/** One for the process: the web server and the pages it serves are bundled apart. */
holder.proofmarkRequests ??= new AsyncLocalStorage();
const requests = holder.proofmarkRequests;

/** Does the work, and whatever it begins, as that of the request. */
export function underRequest<Result>(id: string, work: () => Result): Result {
  return requests.run(id, work);
}

/** The request this code works for, if it works for one. */
export function requestId(): string | undefined {
  return requests.getStore();
}
