import { Fragment, type ReactNode } from "react";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import type { Piece } from "#lib/comments/schema.ts";

/** What a comment says: plain words with their line ends, web addresses as links, members who are meant set apart. */
export function CommentBody({ body, viewerId }: { body: readonly Piece[]; viewerId?: string }) {
  return (
    <div dir="auto" className="whitespace-pre-wrap wrap-anywhere">
      {body.map((piece, at) => {
        // The pieces of a text have nothing but their places to tell them apart.
        const key = at;
        if (piece.kind === "text") return <Fragment key={key}>{withLinks(piece.text)}</Fragment>;
        const isMe = piece.memberId === viewerId;
        return (
          <span
            key={key}
            className={
              isMe ? "rounded-sm bg-accent-soft px-0.5 font-semibold text-accent" : "font-medium text-accent"
            }
          >
            @{piece.name}
          </span>
        );
      })}
    </div>
  );
}

/** Up to white space; punctuation at the end belongs to the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?()[\]{}'’”…]/giu;

function withLinks(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [address] = match;
    if (!URL.canParse(address)) continue;
    parts.push(text.slice(end, match.index));
    parts.push(
      <OutsideLink
        key={match.index}
        href={address}
        rel="nofollow noopener noreferrer"
        className="text-accent underline"
      >
        {address}
      </OutsideLink>,
    );
    end = match.index + address.length;
  }
  return [...parts, text.slice(end)];
}
