import { REVIEW_STATES } from "#lib/claims/values.ts";

/** Ranges one press away; a quarter and a year are counted back in days. `all` has no beginning. */
export const PRESETS = ["30d", "quarter", "year", "all"] as const;
export type Preset = (typeof PRESETS)[number];

/** Calendar days of the newsroom, `YYYY-MM-DD`, both in the range. `from` null: since ever. */
export type DateRange = { preset: Preset | null; from: string | null; to: string };

/** The way from a draft to the public, in order. `whole` is draft to verdict. */
export const TIME_PARTS = [
  "whole",
  "writing",
  "waiting",
  "first",
  "second",
  "adjudication",
  "publishing",
] as const;
export type TimePart = (typeof TIME_PARTS)[number];

/** Where claims may wait, in the order of their life. */
export const OPEN_PLACES = ["draft", ...REVIEW_STATES, "ready"] as const;
export type OpenPlace = (typeof OPEN_PLACES)[number];

/** Days at which the next step of age begins. */
export const AGE_BOUNDS = [1, 3, 7, 30] as const;
/** Steps of age, youngest first. */
export const AGE_STEPS = ["day", "three", "week", "month", "older"] as const;
export type AgeStep = (typeof AGE_STEPS)[number];

export const FLOWS = ["submitted", "verdicts", "published"] as const;
export type Flow = (typeof FLOWS)[number];

export const MIXES = ["all", "topic", "claimant", "reviewer"] as const;
export type Mix = (typeof MIXES)[number];

/** Each a chart with its table, and a file of its own. */
export const TABLES = [
  "times",
  "ageing",
  "throughput",
  "topics",
  "claimants",
  "reviewers",
  "sources",
  "agreement",
  "corrections",
] as const;
export type TableKey = (typeof TABLES)[number];

/** Groups on the page, and in a file: as many as one reads, and as many as one sorts in a sheet. */
export const MOST_GROUPS = { page: 10, file: 1_000 } as const;

/** Pairs of reviewers whose agreement is worked out, those with most claims in common first. */
export const MOST_PAIRS = { page: 15, file: 200 } as const;

/** Checks on a page of the evidence pack, and in one answer of its JSON. */
export const PACK_PAGE = { page: 50, json: 200 } as const;
