import type { Block } from "#lib/anchoring/blocks.ts";
import { reachOf } from "#lib/anchoring/segments.ts";
import { ArticleBlocks } from "./article-blocks.tsx";
import { createBlockIndex } from "./block-index.ts";
import { type MarkedClaim, type MarkedPassage, MarkedWords, passagesOf } from "./marked-words.tsx";

/** An article's text with its claims marked, in plain markup: for pages without script. */
export function ArticleText({
  text,
  blocks,
  language,
  direction,
  claims,
  linksWords = false,
  tableName,
}: {
  text: string;
  blocks: readonly Block[];
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
  claims: readonly MarkedClaim[];
  /** Whether a claim's words themselves lead to it. */
  linksWords?: boolean;
  /** What the place is called in which a wide table scrolls. */
  tableName?: string;
}) {
  const passages = createBlockIndex(blocks, (passage: MarkedPassage) => [passage])(
    claims.flatMap(passagesOf),
  );
  const places = new Map(blocks.map((block, index) => [block, index]));
  const words = (block: Block) => {
    const index = places.get(block) ?? 0;
    return (
      <MarkedWords
        text={text}
        block={block}
        reach={reachOf(blocks, index)}
        passages={passages[index] ?? []}
        linksWords={linksWords}
      />
    );
  };
  return (
    <ArticleBlocks
      blocks={blocks}
      language={language}
      direction={direction}
      words={words}
      tableName={tableName}
    />
  );
}
