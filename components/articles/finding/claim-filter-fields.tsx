"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import "#components/ui/filter-field.css";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { CLAIM_STATES } from "#lib/claims/values.ts";
import {
  type Choices,
  type ClaimFilter,
  choicesIn,
  type FILTER_PARTS,
  filterFrom,
  STATE_GROUPS,
} from "./claim-filter.ts";
import { FILTER_CONTROL } from "./use-claim-filter.ts";

type Part = (typeof FILTER_PARTS)[number];

/** Three lists to choose which claims are shown by. Without script, a button sends them to the page's address. */
export function ClaimFilterFields({
  id,
  isOpen,
  claims,
  filter,
  onChoose,
}: {
  id: string;
  /** Where there is no room for them at all times. */
  isOpen: boolean;
  claims: readonly DeskClaim[];
  filter: ClaimFilter;
  onChoose: (filter: ClaimFilter) => void;
}) {
  const words = useWords().articles.filter;
  const locale = useLocale();
  const choices = useMemo(() => choicesIn(claims, locale), [claims, locale]);
  const field = (part: Part) => ({
    part,
    value: filter[part] ?? "",
    onChange: (value: string) => {
      const chosen = filterFrom(new URLSearchParams({ [part]: value }));
      onChoose({ ...filter, [part]: chosen[part] });
    },
  });
  return (
    <form id={id} data-open={isOpen || undefined} className="claim-filter">
      <fieldset className="contents">
        <legend className="sr-only">{words.label}</legend>
        <FilterField {...field("state")} any={words.anyState}>
          <StateOptions choices={choices} chosen={filter.state} />
        </FilterField>
        <FilterField {...field("person")} any={words.anybody}>
          <PersonOptions choices={choices} chosen={filter.person} />
        </FilterField>
        {(choices.topics.length > 0 || filter.topic !== null) && (
          <FilterField {...field("topic")} any={words.anyTopic}>
            <Options options={topicOptions(choices, filter.topic)} />
          </FilterField>
        )}
        <span className="hidden noscript:contents">
          <Button type="submit" size="sm">
            {words.open}
          </Button>
        </span>
      </fieldset>
    </form>
  );
}

function FilterField({
  part,
  value,
  any,
  onChange,
  children,
}: {
  part: Part;
  value: string;
  any: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  const { parts } = useWords().articles.filter;
  // The address takes a moment to say what was chosen here.
  const [shown, setShown] = useState({ value, chosen: value });
  if (shown.value !== value) setShown({ value, chosen: value });
  const select = useRef<HTMLSelectElement>(null);
  const choose = (chosen: string) => {
    setShown({ value, chosen });
    onChange(chosen);
  };
  const takeUp = useEffectEvent(() => {
    const chosen = select.current?.value ?? value;
    if (chosen !== value) choose(chosen);
  });
  // What was chosen before the scripts came.
  useEffect(() => takeUp(), []);
  return (
    <span className="filter-field">
      <select
        ref={select}
        name={part}
        aria-label={parts[part]}
        value={shown.chosen}
        {...FILTER_CONTROL}
        data-on={shown.chosen !== "" || undefined}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{any}</option>
        {children}
      </select>
      <ChevronDown aria-hidden className="size-3.5" />
    </span>
  );
}

type Option = { value: string; label: string };

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

function Group({ label, options }: { label: string; options: readonly Option[] }) {
  return (
    options.length > 0 && (
      <optgroup label={label}>
        <Options options={options} />
      </optgroup>
    )
  );
}

/** The chosen state too when no claim is in it any more: the filter is in force all the same. */
function StateOptions({ choices: { states }, chosen }: { choices: Choices; chosen: ClaimFilter["state"] }) {
  const { articles, common } = useWords();
  const offered = CLAIM_STATES.filter((state) => states.includes(state) || state === chosen);
  return (
    <>
      <Options options={STATE_GROUPS.map((value) => ({ value, label: articles.filter.groups[value] }))} />
      <Group
        label={articles.filter.parts.state}
        options={offered.map((value) => ({ value, label: common.states[value] }))}
      />
    </>
  );
}

function PersonOptions({
  choices: { authors, reviewers },
  chosen,
}: {
  choices: Choices;
  chosen: ClaimFilter["person"];
}) {
  const words = useWords().articles.filter;
  const written = authors.map(({ id, name }) => ({ value: `author.${id}`, label: name }));
  const held = reviewers.map(({ id, name }) => ({ value: `reviewer.${id}`, label: name }));
  const isThere =
    chosen === null || chosen === "mine" || [...written, ...held].some(({ value }) => value === chosen);
  return (
    <>
      <option value="mine">{words.mine}</option>
      <Group label={words.authors} options={written} />
      <Group label={words.reviewers} options={held} />
      {!isThere && <option value={chosen}>{words.nobody}</option>}
    </>
  );
}

function topicOptions({ topics }: Choices, chosen: string | null): Option[] {
  const all = chosen === null || topics.includes(chosen) ? topics : [...topics, chosen];
  return all.map((topic) => ({ value: topic, label: topic }));
}
