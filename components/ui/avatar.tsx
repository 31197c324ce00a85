import { classNames } from "./class-names.ts";

const SIZES = { sm: "size-5.5 text-[0.625rem]", md: "size-7 text-xs" } as const;

/** A person's initials. Decoration: the name stands beside it, or in `title`. */
export function Avatar({ name, size = "md" }: { name: string; size?: keyof typeof SIZES }) {
  return (
    <span
      aria-hidden
      title={name}
      className={classNames(
        "inline-grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent select-none",
        SIZES[size],
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

/** What an avatar shows of a name: the first letters of its first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("");
}
