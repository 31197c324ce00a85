import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import { plural } from "#lib/i18n/words.ts";
import type { Pack } from "#lib/insights/loaders.ts";

type Props = Pick<Pack, "ratings" | "newsroom" | "words">;

/** How the newsroom checks and what its ratings mean: what an assessor reads a check by. */
export function PackMethod({ ratings, newsroom, words }: Props) {
  const texts = words.publicSite.methodology;
  const { required, minSources } = words.insights.pack;
  const steps = [texts.step1, texts.step2, texts.step3, texts.step4, texts.step5];
  return (
    <>
      <section aria-labelledby="pack-method">
        <h2 id="pack-method" className="font-serif text-xl font-semibold">
          {texts.title}
        </h2>
        <ol className="mt-3 grid list-decimal gap-2 ps-5">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="mt-3">{texts.standIns.sources}</p>
        <p className="mt-3">
          {plural(newsroom.locale, required, newsroom.opinionsRequired)}{" "}
          {newsroom.minSources > 0 && plural(newsroom.locale, minSources, newsroom.minSources)}
        </p>
      </section>
      <section aria-labelledby="pack-ratings">
        <h2 id="pack-ratings" className="font-serif text-xl font-semibold">
          {texts.ratings}
        </h2>
        <dl className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-[10rem_1fr]">
          {ratings.map(({ id, tone, label, definition }) => (
            <div key={id} className="contents">
              <dt>
                <VerdictBadge tone={tone} label={label} />
              </dt>
              <dd className="wrap-anywhere">{definition}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
