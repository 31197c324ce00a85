"use client";

import { CloudOff, LogIn, Radio, RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { onDemand } from "#components/connection/on-demand.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { fill } from "#lib/i18n/words.ts";
import type { LiveStatus } from "./live-connection.ts";
import { useLive } from "./live-context.ts";
import type { Numbered } from "./people-here.tsx";

const PeopleHere = onDemand(async () => (await import("./people-here.tsx")).PeopleHere);

/** In the article's bar: who else is here, and whether what they do comes through. */
export function HereNow({ claims }: { claims: readonly Numbered[] }) {
  const words = useWords().live;
  const router = useRouter();
  const others = useLive((live) => live.others);
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
      {others.length > 0 && <PeopleHere others={others} claims={claims} />}
      <Status />
      <SaidAloud />
    </div>
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
  const { live: words, common } = useWords();
  const names = useLive(({ others }) => others.map(({ name }) => name).join(common.comma));
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
