"use client";

import { Popover } from "@base-ui/react/popover";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Avatar, initialsOf } from "#components/ui/avatar.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import type { PersonHere } from "#lib/presence/values.ts";

export type Numbered = { id: string; number: number };

/** Avatars that come before the rest is only counted. */
const MOST_SHOWN = 4;

/** Who else has the article open, as faces; pressed, with the claim each of them is on. */
export function PeopleHere({
  others,
  claims,
}: {
  others: readonly PersonHere[];
  claims: readonly Numbered[];
}) {
  const words = useWords().live;
  const locale = useLocale();
  const shown = others.slice(0, MOST_SHOWN);
  const more = others.length - MOST_SHOWN;
  const faces = shown.map(({ name }) => initialsOf(name)).join(" ");
  const here = plural(locale, words.here, others.length);
  return (
    <Popover.Root>
      <Popover.Trigger
        // Begins with what is seen, by which it is called where one presses by speaking.
        aria-label={fill(words.faces, { faces: more > 0 ? `${faces} +${more}` : faces, here })}
        className="flex cursor-pointer items-center rounded-full p-0.5 hover:bg-hover"
      >
        {shown.map(({ memberId, name }) => (
          <span key={memberId} className="-ms-1 rounded-full ring-2 ring-paper first:ms-0">
            <Avatar name={name} />
            {/* As the name has them: apart. */}{" "}
          </span>
        ))}
        {more > 0 && <span className="ms-1.5 me-1 text-xs font-medium text-muted tabular-nums">+{more}</span>}
      </Popover.Trigger>
      <Popover.Portal container={document.getElementById("main")}>
        <Popover.Positioner sideOffset={8} align="end" className="z-50 outline-none">
          <Popover.Popup className="popup w-72 max-w-(--available-width) p-3.5">
            <Popover.Title className="mb-2 text-sm font-semibold">{words.title}</Popover.Title>
            <ul className="max-h-80 space-y-2 overflow-y-auto">
              {others.map((person) => (
                <Person key={person.memberId} person={person} claims={claims} />
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Person({ person, claims }: { person: PersonHere; claims: readonly Numbered[] }) {
  const words = useWords().live;
  const claim = claims.find(({ id }) => id === person.claimId);
  const where =
    claim && fill(person.isEditing ? words.editingClaim : words.onClaim, { number: claim.number });
  return (
    <li className="flex items-center gap-2.5 text-sm">
      <Avatar name={person.name} />
      <span className="min-w-0 flex-1 truncate font-medium">{person.name}</span>
      {claim ? (
        <a href={`#claim-${claim.number}`} className="text-muted underline">
          {where}
        </a>
      ) : (
        <span className="text-muted">{words.reading}</span>
      )}
    </li>
  );
}
