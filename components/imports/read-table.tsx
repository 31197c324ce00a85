import { BringBack, KeptBox } from "./kept-box.tsx";
import { PartWords, type Tongue, tongueOf } from "./read-block.tsx";
import { type PlacedPart, rowsOf } from "./read-items.ts";

/** The cells of a table in their rows and columns, each with its tick. */
export function ReadTable({
  parts,
  isAlone,
  tongue,
}: {
  parts: readonly PlacedPart[];
  isAlone: boolean;
  tongue: Tongue;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <div className="read-table" tabIndex={0} {...tongue}>
      <table>
        <tbody>
          {rowsOf(parts).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place alone
            <tr key={at}>
              {row.map(({ part, gap }) => (
                <Cell key={part.index} part={part} gap={gap} isAlone={isAlone} tongue={tongue} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({
  part,
  gap,
  isAlone,
  tongue,
}: {
  part: PlacedPart;
  gap: number;
  isAlone: boolean;
  tongue: Tongue;
}) {
  const Tag = part.cell?.isHeader ? "th" : "td";
  return (
    <>
      {gap > 0 && <td colSpan={gap} />}
      <Tag className="read-part" {...tongueOf(part, tongue)}>
        <KeptBox index={part.index} text={part.text} />
        <PartWords part={part} />
        <BringBack index={part.index} isAlone={isAlone} />
      </Tag>
    </>
  );
}
