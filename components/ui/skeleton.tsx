import { classNames } from "./class-names.ts";

/** A grey place for what is still loading. Give it the size of what will come, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={classNames("animate-pulse rounded-md bg-line motion-reduce:animate-none", className)}
    />
  );
}
