import type { ReactNode } from "react";
import { AGE_STEPS, type AgeStep } from "#lib/insights/values.ts";
import { TONES, type Tone } from "#lib/publishing/values.ts";
import "./charts.css";

const SOLID = <rect width="8" height="8" className="chart-solid" />;
const RISING = <path d="M-2 2 2-2M0 8 8 0M6 10l4-4" strokeWidth="2" className="chart-stroke" />;
const FALLING = <path d="M-2 6 2 10M0 0l8 8M6-2l4 4" strokeWidth="3.4" className="chart-stroke" />;
const LEVEL = <path d="M0 2h8M0 6h8" strokeWidth="2" className="chart-stroke" />;
const DOTS = <path d="M2 2h.01M6 6h.01" strokeWidth="2.4" strokeLinecap="round" className="chart-stroke" />;
const CROSSED = (
  <>
    {SOLID}
    <path d="m2 2 4 4m0-4L2 6" strokeWidth="1.2" className="chart-gap" />
  </>
);

/** Told apart without colour too: true and false are both full, false has its crosses. */
const TONE_PATTERNS: Record<Tone, ReactNode> = {
  true: SOLID,
  mostly_true: RISING,
  mixed: LEVEL,
  misleading: FALLING,
  false: CROSSED,
  unverified: DOTS,
};

/** The older, the denser. */
const AGE_PATTERNS: Record<AgeStep, ReactNode> = {
  day: null,
  three: DOTS,
  week: RISING,
  month: FALLING,
  older: SOLID,
};

/** The patterns that the charts of a page are filled with, once on the page. */
export function ChartPatterns() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="chart-patterns absolute">
      <defs>
        {TONES.map((tone) => (
          <Pattern key={tone} id={`tone-${tone}`} tone={tone}>
            {TONE_PATTERNS[tone]}
          </Pattern>
        ))}
        {AGE_STEPS.map((step) => (
          <Pattern key={step} id={`age-${step}`}>
            {AGE_PATTERNS[step]}
          </Pattern>
        ))}
      </defs>
    </svg>
  );
}

function Pattern({ id, tone, children }: { id: string; tone?: Tone; children: ReactNode }) {
  return (
    <pattern
      id={id}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      {...(tone ? { "data-tone": tone } : { "data-scale": "ink" })}
    >
      <rect width="8" height="8" className="chart-tint" />
      {children}
    </pattern>
  );
}

/** A piece of a legend: what a pattern looks like. */
export function Swatch({ pattern }: { pattern: string }) {
  return (
    <svg aria-hidden="true" width="18" height="12" className="chart w-4.5! shrink-0">
      <rect x="0.5" y="0.5" width="17" height="11" rx="2" fill={`url(#${pattern})`} className="chart-edge" />
    </svg>
  );
}
