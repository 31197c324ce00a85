"use client";

import { type FormEvent, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { ToneIcon } from "#components/verdicts/tone-icon.tsx";
import type { RatingView } from "#lib/verdicts/schema.ts";

/** One rating of the scale; what the chosen one means stands below. */
export function RatingField({
  ratings,
  defaultValue,
}: {
  ratings: readonly RatingView[];
  defaultValue?: string | undefined;
}) {
  const texts = useWords().reviews.verdict;
  const [chosenId, setChosenId] = useState(defaultValue);
  const definition = ratings.find(({ id }) => id === chosenId)?.definition;

  // Also hears when a draft is brought back or the form is emptied: both tell every radio of the group.
  function readChoice({ currentTarget }: FormEvent<HTMLElement>) {
    setChosenId(currentTarget.querySelector<HTMLInputElement>("input:checked")?.value);
  }

  return (
    <div onInput={readChoice} className="grid gap-1.5">
      <RadioCards
        name="ratingId"
        label={texts.rating}
        layout="tiles"
        defaultValue={defaultValue}
        hint={definition ?? texts.chooseRating}
        options={ratings.map(({ id, label, tone }) => ({
          value: id,
          label,
          tone,
          icon: <ToneIcon tone={tone} className="size-4.5" />,
        }))}
      />
      <Disclosure summary={texts.meanings}>
        <Meanings ratings={ratings} />
      </Disclosure>
    </div>
  );
}

function Meanings({ ratings }: { ratings: readonly RatingView[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      {ratings.map(({ id, label, tone, definition }) => (
        <div key={id} className="contents">
          <dt data-tone={tone} className="flex items-center gap-1.5 font-medium text-tone">
            <ToneIcon tone={tone} />
            {label}
          </dt>
          <dd className="text-muted">{definition}</dd>
        </div>
      ))}
    </dl>
  );
}
