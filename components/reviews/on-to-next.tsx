import { TakeNext } from "./take-next.tsx";

/** The way on, on a claim's own page, for whoever has given their opinion on it: the queue's pane goes on by itself. */
export function OnToNext() {
  return (
    <div className="flex">
      <TakeNext />
    </div>
  );
}
