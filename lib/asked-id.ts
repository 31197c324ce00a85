import { AsyncLocalStorage } from "node:async_hooks";

/** What the answer to a request calls it, in the header of this name and in every line of the log about it. */
export const REQUEST_ID = "x-request-id";

/** A request under way: what it is called, and who asks, as soon as that is known. */
export type UnderWay = { readonly id: string; memberId?: string };

const holder = globalThis as { proofmarkRequests?: AsyncLocalStorage<UnderWay> };
/** One for the process: the web server and the pages it serves are bundled apart. */
holder.proofmarkRequests ??= new AsyncLocalStorage();
const requests = holder.proofmarkRequests;

/** Does the work, and whatever it begins, as that of the request. */
export function underRequest<Result>(request: UnderWay, work: () => Result): Result {
  return requests.run(request, work);
}

/** The request this code works for, if it works for one. */
export function requestUnderWay(): UnderWay | undefined {
  return requests.getStore();
}

/** Notes whose request it is, for the lines of the log about it. */
export function noteMember(memberId: string): void {
  const request = requests.getStore();
  if (request) request.memberId = memberId;
}
