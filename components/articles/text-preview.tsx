"use client";

import { CalendarDays, Sparkles, Type } from "lucide-react";
import { type ReactNode, startTransition, useEffect, useEffectEvent, useRef, useState } from "react";
import { useFormat, useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Chip } from "#components/ui/badge.tsx";
import { Message } from "#components/ui/message.tsx";
import { previewTextAction, type TextPreview } from "#lib/articles/actions.ts";
import { plural } from "#lib/i18n/words.ts";
import { ImportNotes } from "./import-notes.tsx";

/** What the pasted text would become: nothing to read yet, being read, read, or why it cannot be. */
export type Preview =
  | { kind: "none" }
  | { kind: "reading"; last: TextPreview | null }
  | { kind: "read"; text: TextPreview }
  | { kind: "refused"; message: string };

/** Milliseconds after the last key. */
const PAUSE = 500;

/** Reads a text as it is pasted or typed. `onRead` hears what was found in it. */
export function useTextPreview(onRead: (text: TextPreview) => void) {
  const words = useWords().articles.preview;
  const [preview, setPreview] = useState<Preview>({ kind: "none" });
  const [text, setText] = useState("");
  const asked = useRef(0);

  const ask = useEffectEvent(async () => {
    const number = ++asked.current;
    const form = new FormData();
    form.set("text", text);
    setPreview((before) => ({ kind: "reading", last: before.kind === "read" ? before.text : null }));
    const next = await previewOf(form, words.failed);
    if (number !== asked.current) return;
    setPreview(next);
    if (next.kind === "read") onRead(next.text);
  });
  useEffect(() => {
    if (text.trim() === "") return setPreview({ kind: "none" });
    const timer = setTimeout(() => startTransition(ask), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return { preview, read: setText };
}

async function previewOf(form: FormData, failed: string): Promise<Preview> {
  try {
    const answer = await previewTextAction({ status: "idle" }, form);
    if (answer.status === "done") return { kind: "read", text: answer.result };
    return { kind: "refused", message: answer.status === "refused" ? answer.message : failed };
  } catch (error) {
    // Out of reach is no reason to stop typing; a redirect to the sign-in page is for the form to follow when it is sent.
    if (error instanceof Error) return { kind: "refused", message: failed };
    throw error;
  }
}

/** The blocks a text would become, each with its kind, and what was put right. */
export function TextPreviewPane({ preview }: { preview: Preview }) {
  const words = useWords().articles.preview;
  const text = preview.kind === "read" ? preview.text : preview.kind === "reading" ? preview.last : null;
  if (preview.kind === "refused") return <Message tone="error">{preview.message}</Message>;
  if (text === null) {
    return (
      <p className="rounded-lg border border-dashed border-line-strong px-6 py-14 text-center text-pretty text-muted">
        {preview.kind === "reading" ? words.working : words.empty}
      </p>
    );
  }
  return (
    <div
      aria-busy={preview.kind === "reading"}
      className="overflow-hidden rounded-lg border border-line bg-raised"
    >
      <ReadOut text={text} />
      <ol
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        aria-label={words.title}
        className="max-h-96 divide-y divide-line overflow-y-auto focus-visible:-outline-offset-2 xl:max-h-[calc(100dvh-14rem)]"
      >
        {text.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks are known by their place alone
          <PreviewBlock key={index} {...block} direction={text.metadata.direction} />
        ))}
      </ol>
    </div>
  );
}

function ReadOut({ text: { blocks, metadata, notes } }: { text: TextPreview }) {
  const words = useWords().articles.preview;
  const locale = useLocale();
  const format = useFormat();
  const facts: [ReactNode, string][] = [];
  if (metadata.title) facts.push([<Type key="title" className="size-3.5" />, words.titleGuessed]);
  if (metadata.publishedOn) {
    facts.push([
      <CalendarDays key="date" className="size-3.5" />,
      `${words.dateGuessed} ${format.day(metadata.publishedOn)}`,
    ]);
  }
  return (
    <div role="status" className="flex flex-col gap-1.5 border-b border-line bg-sunken px-4 py-3 text-sm">
      <p className="flex items-center gap-2 font-medium">
        <Sparkles aria-hidden className="size-3.5 text-muted" />
        {plural(locale, words.blocks, blocks.length)}
      </p>
      {facts.map(([icon, fact]) => (
        <p key={fact} className="flex items-center gap-2 text-muted">
          <span aria-hidden>{icon}</span>
          {fact}
        </p>
      ))}
      <ImportNotes notes={notes} />
    </div>
  );
}

function PreviewBlock({
  type,
  text,
  direction,
}: TextPreview["blocks"][number] & { direction: "ltr" | "rtl" }) {
  const words = useWords().articles.blockTypes;
  return (
    <li className="grid gap-1.5 px-4 py-3 sm:grid-cols-[6.5rem_minmax(0,1fr)] sm:gap-4">
      <span>
        <Chip>{words[type]}</Chip>
      </span>
      <p
        dir={direction}
        data-kind={type}
        className="font-serif leading-snug whitespace-pre-line data-[kind=caption]:text-sm data-[kind=caption]:text-muted data-[kind=heading]:text-lg data-[kind=heading]:font-semibold"
      >
        {text}
      </p>
    </li>
  );
}
