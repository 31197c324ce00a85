import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import type { MentionChoice } from "#lib/comments/people.ts";

/** Milliseconds after the last key. */
const PAUSE = 120;

/** A name that is being typed: where it begins behind the sign, and how far it is. */
type Query = { start: number; words: string };

/** An "@" that begins a word, and up to three words behind it. */
const BEGUN = /(?:^|[^\p{L}\p{N}_.+-])@((?:[^\s@]{1,40}(?: [^\s@]{0,40}){0,2})?)$/u;

/** The name that is being typed where the caret stands; null when there is none. */
export function queryAt(text: string, caret: number): Query | null {
  const words = BEGUN.exec(text.slice(0, caret))?.[1];
  return words === undefined ? null : { start: caret - words.length, words };
}

/** Colleagues to choose from while a name is typed after "@". */
export function useMentions(area: RefObject<HTMLTextAreaElement | null>) {
  const [query, setQuery] = useState<Query | null>(null);
  const [people, setPeople] = useState<MentionChoice[] | null>(null);
  const [active, setActive] = useState(0);
  const words = query?.words;

  const ask = useEffectEvent(async (sought: string, signal: AbortSignal) => {
    try {
      const answer = await fetch(`/api/desk/comments/people?q=${encodeURIComponent(sought)}`, { signal });
      if (!answer.ok) return;
      setPeople(((await answer.json()) as { people: MentionChoice[] }).people);
      setActive(0);
    } catch {
      // No list, then: a name can be written without one.
    }
  });
  useEffect(() => {
    if (words === undefined) return setPeople(null);
    const controller = new AbortController();
    const timer = setTimeout(() => ask(words, controller.signal), PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [words]);

  const look = () => {
    const { current } = area;
    if (!current) return;
    const isCaret = current.selectionStart === current.selectionEnd;
    setQuery(isCaret ? queryAt(current.value, current.selectionEnd) : null);
  };
  const close = () => setQuery(null);
  const choose = (person: MentionChoice | undefined) => {
    const { current } = area;
    if (!current || !query || !person) return;
    const follows = /^\s/u.test(current.value.slice(current.selectionEnd)) ? "" : " ";
    current.setRangeText(`${person.handle}${follows}`, query.start, current.selectionEnd, "end");
    current.dispatchEvent(new Event("input", { bubbles: true }));
    setQuery(null);
  };
  const isOpen = query !== null && people !== null && people.length > 0;
  const move = (by: number) => setActive((now) => (now + by + (people?.length ?? 1)) % (people?.length ?? 1));
  return {
    people: isOpen ? people : [],
    isOpen,
    /** Nobody is called what is typed, which is no more than one word. */
    isNobody: query !== null && people?.length === 0 && query.words !== "" && !query.words.includes(" "),
    active,
    look,
    close,
    choose,
    move,
  };
}
