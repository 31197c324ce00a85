import Link from "next/link";
import { fill, type Words } from "#lib/i18n/words.ts";

/** A kept picture as it is; small where it leads to its page, with its room there before it is loaded. `alt`: what somebody said that it shows. */
export function KeptPicture({
  snapshotId,
  alt,
  title,
  words,
  isSmall = false,
}: {
  snapshotId: string;
  alt: string | null;
  title: string;
  words: Words;
  isSmall?: boolean;
}) {
  const picture = (
    // biome-ignore lint/performance/noImgElement: evidence is shown as it is, not made smaller by an optimiser
    <img
      src={`/api/desk/snapshots/${snapshotId}/picture`}
      alt={alt ?? fill(words.sources.document.pictureOf, { title })}
      loading="lazy"
      decoding="async"
      className={`max-w-full rounded-md border border-line bg-sunken ${isSmall ? "h-48 object-scale-down" : "max-h-[75dvh] object-contain"}`}
    />
  );
  if (!isSmall) return picture;
  return (
    <Link href={`/desk/snapshots/${snapshotId}`} prefetch={false} className="w-fit max-w-full">
      {picture}
    </Link>
  );
}
