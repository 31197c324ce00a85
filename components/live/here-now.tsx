"use client";

import { Popover } from "@base-ui/react/popover";
import { CloudOff, LogIn, Radio, RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import type { PersonHere } from "#lib/presence/values.ts";
import type { LiveStatus } from "./live-connection.ts";
import { useLive } from "./live-context.ts";

type Numbered = { id: string; number: number };

/** In the article's bar: who else is here, and whether what they do comes through. */
export function HereNow({ claims }: { claims: readonly Numbered[] }) {
  const words = useWords().live;
  const router = useRouter();
  const isTextChanged = useLive((live) => live.isTextChanged);
  return (
    <div className="flex items-center gap-3">
      {isTextChanged && (
        <p role="status" className="flex items-center gap-2 text-sm text-mixed">
          {words.textChanged}
          <Button size="sm" onClick={() => router.refresh()}>
            {words.showText}
          </Button>
        </p>
      )}
      <People claims={claims} />
      <Status />
      <SaidAloud />
    </div>
  );
}

/** Avatars that come before the rest is only counted. */
const MOST_SHOWN = 4;

function People({ claims }: { claims: readonly Numbered[] }) {
  const words = useWords().live;
  const locale = useLocale();
  const others = useLive((live) => live.others);
  if (others.length === 0) return null;
  const more = others.length - MOST_SHOWN;
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={plural(locale, words.here, others.length)}
        className="flex cursor-pointer items-center rounded-full p-0.5 hover:bg-hover"
      >
        {others.slice(0, MOST_SHOWN).map(({ memberId, name }) => (
          <span key={memberId} className="-ms-1 rounded-full ring-2 ring-paper first:ms-0">
            <Avatar name={name} />
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

const ICONS: Record<LiveStatus, typeof Radio> = {
  connecting: RefreshCw,
  live: Radio,
  polling: RefreshCw,
  lost: CloudOff,
  ended: LogIn,
};

/** Said quietly by an icon while all is well, in words when it is not. */
function Status() {
  const words = useWords().live;
  const status = useLive((live) => live.status);
  const Icon = ICONS[status];
  const isTrouble = status === "lost" || status === "ended";
  const hint =
    status === "lost" ? words.lostHint : status === "ended" ? words.endedHint : words.status[status];
  return (
    <p
      data-status={status}
      title={hint}
      className={isTrouble ? "flex items-center gap-1.5 text-sm text-mixed" : "flex items-center text-faint"}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className={isTrouble ? "" : "sr-only"}>{words.status[status]}</span>
    </p>
  );
}

/** Milliseconds between two announcements, so that a busy morning is not read out person by person. */
const QUIET = 15_000;

/** For screen readers: who is here, when that changes, and when the connection is lost. */
function SaidAloud() {
  const words = useWords().live;
  const names = useLive(({ others }) => others.map(({ name }) => name).join(", "));
  const status = useLive((live) => live.status);
  const trouble = status === "lost" || status === "ended" ? words.status[status] : null;
  const [said, setSaid] = useState("");
  const [heard, setHeard] = useState("");
  const say = useEffectEvent(() => {
    if (names === heard) return;
    setHeard(names);
    setSaid(names === "" ? words.alone : fill(words.arrived, { names }));
  });
  useEffect(() => {
    const timer = setInterval(() => say(), QUIET);
    return () => clearInterval(timer);
  }, []);
  return (
    <p role="status" className="sr-only">
      {trouble ?? said}
    </p>
  );
}
