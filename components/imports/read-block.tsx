import { BlockElement } from "#components/articles/text/block-element.tsx";
import { MarkedWords } from "#components/articles/text/marked-words.tsx";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { BringBack, KeptBox } from "./kept-box.tsx";
import type { PlacedPart } from "./read-items.ts";

/** The language (BCP 47, empty when not known) and direction of what stands in the article. */
export type Tongue = { lang: string; dir: "ltr" | "rtl" };

/** `isAlone`: whether the block stands by itself in the text, not among others that are folded away. */
type Drawn = { isAlone: boolean; tongue: Tongue };

/** One block as the article's page draws it, with its tick. */
export function ReadBlock({ part, isAlone, tongue }: Drawn & { part: PlacedPart }) {
  return (
    <div className="read-part" data-type={part.type}>
      <KeptBox index={part.index} text={part.text} />
      <div className="article-text" {...tongueOf(part, tongue)}>
        {/* They are looked at here, not lived in: the page's own headings lead through it. */}
        <BlockElement block={part} below={2} attributes={{}}>
          <PartWords part={part} />
        </BlockElement>
      </div>
      <BringBack index={part.index} isAlone={isAlone} />
    </div>
  );
}

/** The items of a list. */
export function ReadList({ parts, isAlone, tongue }: Drawn & { parts: readonly PlacedPart[] }) {
  return (
    <div className="article-text" {...tongue}>
      <ul>
        {parts.map((part) => (
          <li key={part.index} className="read-part" data-level={part.level} {...tongueOf(part, tongue)}>
            <KeptBox index={part.index} text={part.text} />
            <PartWords part={part} />
            <BringBack index={part.index} isAlone={isAlone} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A block's own language and direction where it has them, otherwise the article's. */
export function tongueOf({ language, direction }: PlacedPart, article: Tongue): Tongue {
  return { lang: language ?? article.lang, dir: direction ?? article.dir };
}

/** The words of a block with what is emphasised and linked in them. */
export function PartWords({ part }: { part: PlacedPart }) {
  const { text, blocks } = assembleBlocks([part]);
  const [block] = blocks;
  if (!block) return null;
  return (
    <span className="part-words">
      <MarkedWords text={text} block={block} reach={block} passages={[]} />
    </span>
  );
}
