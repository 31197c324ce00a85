// A peer of bench:article: what one writes in React first. Each block is a memoised component that cuts its words at
// the edges of all its claims; the page is rendered on the server and hydrated. Bundled by peer-bundles.ts.
import { memo } from "react";

const Block = memo(function Block({ text, start, end, claims }) {
  const edges = new Set([start, end]);
  for (const claim of claims) {
    edges.add(Math.max(claim.start, start));
    edges.add(Math.min(claim.end, end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return (
    <p>
      {cuts.slice(0, -1).map((from, index) => {
        const to = cuts[index + 1];
        const words = text.slice(from, to);
        const over = claims.filter((claim) => claim.start < to && claim.end > from);
        if (over.length === 0) return words;
        return (
          <mark key={from} data-claims={over.map(({ id }) => id).join(" ")}>
            {words}
          </mark>
        );
      })}
    </p>
  );
});

export function NaivePage({ text, claims }) {
  let at = 0;
  return text.split("\n\n").map((words) => {
    const start = at;
    const end = start + words.length;
    at = end + 2;
    const own = claims.filter((claim) => claim.start < end && claim.end > start);
    return <Block key={start} text={text} start={start} end={end} claims={own} />;
  });
}
