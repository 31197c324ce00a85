/** What refuses work when too much waits already. */
export class TooBusy extends Error {
  override readonly name = "TooBusy";
}

/** Runs work one at a time, in the order it came; past `most` waiting it is refused with `TooBusy`. */
export function oneAtATime(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (work) => {
    if (waiting >= most) throw new TooBusy();
    waiting += 1;
    const mine = last.then(work).finally(() => {
      waiting -= 1;
    });
    last = mine.catch(() => {});
    return mine;
  };
}
