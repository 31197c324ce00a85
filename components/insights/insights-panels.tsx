import { fill, plural } from "#lib/i18n/words.ts";
import type { Insights } from "#lib/insights/loaders.ts";
import { AgeingBars } from "./ageing-bars.tsx";
import { Agreement } from "./agreement.tsx";
import { CountBars } from "./count-bars.tsx";
import { MixBars } from "./mix-bars.tsx";
import { Panel } from "./panel.tsx";
import { panelProps } from "./panel-props.ts";
import { Throughput } from "./throughput.tsx";
import { TimeBars } from "./time-bars.tsx";

/** Every chart of the page, in two columns where there is room: how the work goes, and what comes of it. */
export function InsightsPanels({ insights }: { insights: Insights }) {
  return (
    <div className="grid items-start gap-4 wide:grid-cols-2 desk:gap-5 print:block">
      <div className="grid min-w-0 gap-4 desk:gap-5">
        <WorkPanels insights={insights} />
      </div>
      <div className="grid min-w-0 gap-4 desk:gap-5">
        <VerdictPanels insights={insights} />
      </div>
    </div>
  );
}

function WorkPanels({ insights }: { insights: Insights }) {
  const { figures, words, format, newsroom } = insights;
  const { throughput, times, ageing, sources, corrections } = words.insights;
  const conventions = { words, format, locale: newsroom.locale };
  const { flow } = figures;
  return (
    <>
      <Panel
        {...panelProps(insights, "throughput", throughput, flow.counts.length === 0)}
        lead={throughput.lead[flow.unit]}
        note={throughput.note}
      >
        <Throughput flow={flow} words={words} format={format} />
      </Panel>
      <Panel
        {...panelProps(insights, "times", times, figures.times.length === 0)}
        lead={times.lead}
        note={times.note}
      >
        <TimeBars times={figures.times} {...conventions} />
      </Panel>
      <Panel {...panelProps(insights, "ageing", ageing, figures.ageing.length === 0)} lead={ageing.lead}>
        <AgeingBars ageing={figures.ageing} words={words} format={format} />
      </Panel>
      <Panel
        {...panelProps(insights, "sources", sources, areNone(figures.sources.kinds))}
        lead={sources.lead}
        note={fill(sources.withPrimary, {
          claims: plural(newsroom.locale, words.common.claims, figures.sources.claims),
          primary: format.number(figures.sources.withPrimary),
        })}
      >
        <CountBars
          rows={figures.sources.kinds.map(({ kind, count }) => ({ label: sources.kinds[kind], count }))}
          number={format.number}
        />
      </Panel>
      <Panel
        {...panelProps(insights, "corrections", corrections, areNone(figures.corrections))}
        lead={corrections.lead}
      >
        <CountBars
          rows={figures.corrections.map(({ type, count }) => ({
            label: words.common.correctionTypes[type],
            count,
          }))}
          number={format.number}
        />
      </Panel>
    </>
  );
}

const areNone = (counted: readonly { count: number }[]): boolean => counted.every(({ count }) => count === 0);

function VerdictPanels({ insights }: { insights: Insights }) {
  const { figures, words, format, newsroom, seesPeople } = insights;
  const { agreement, mix } = words.insights;
  const conventions = { words, format, locale: newsroom.locale };
  const own = seesPeople ? "reviewers" : "ownReviewers";
  const ofReviewers = { title: mix[own], none: mix.noneOpinions, noneText: mix.noneOpinionsText };
  const { topic, claimant, reviewer } = figures.mix;
  return (
    <>
      <Panel
        {...panelProps(insights, "agreement", agreement, figures.agreement.items === 0)}
        lead={agreement.lead}
      >
        <Agreement agreement={figures.agreement} pairs={figures.pairs} {...conventions} />
      </Panel>
      <Panel
        {...panelProps(insights, "topics", { ...mix, title: mix.topics }, areNone(topic.groups))}
        lead={mix.lead.topics}
      >
        <MixBars mix="topic" figures={figures} {...conventions} />
      </Panel>
      <Panel
        {...panelProps(insights, "claimants", { ...mix, title: mix.claimants }, areNone(claimant.groups))}
        lead={mix.lead.claimants}
      >
        <MixBars mix="claimant" figures={figures} {...conventions} />
      </Panel>
      <Panel
        {...panelProps(insights, "reviewers", ofReviewers, areNone(reviewer.groups))}
        lead={mix.lead[own]}
      >
        <MixBars mix="reviewer" figures={figures} {...conventions} />
      </Panel>
    </>
  );
}
