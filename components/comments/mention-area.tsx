"use client";

import { type KeyboardEvent, useId, useRef } from "react";
import { isSendKey } from "#components/forms/send-keys.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { TextArea, type TextAreaProps } from "#components/ui/text-field.tsx";
import { plural } from "#lib/i18n/words.ts";
import { isComposing } from "#lib/shortcuts/rules.ts";
import { useMentions } from "./use-mentions.ts";

/**
 * Where a comment is written. "@" and the beginning of a name offer colleagues: arrow keys choose, Enter or Tab writes
 * the name, Escape closes the list. Without script it is a plain field.
 */
export function MentionArea(
  props: Omit<TextAreaProps, "onInput" | "onKeyDown" | "onBlur" | "onSelect" | "ref">,
) {
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const words = useWords().comments.mention;
  const locale = useLocale();
  const mentions = useMentions(area);
  const { people, isOpen, isNobody, active, look, close, choose, move } = mentions;
  const optionId = (at: number) => `${listId}-${at}`;

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent) || isSendKey(event)) return;
    const keys = new Map([
      ["ArrowDown", () => move(1)],
      ["ArrowUp", () => move(-1)],
      ["Enter", () => choose(people[active])],
      ["Tab", () => choose(people[active])],
      ["Escape", close],
    ]);
    const run = isOpen && !event.shiftKey ? keys.get(event.key) : undefined;
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  return (
    <div className="relative">
      <TextArea
        {...props}
        ref={area}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(isOpen && { "aria-controls": listId, "aria-activedescendant": optionId(active) })}
        onInput={look}
        onSelect={look}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div
          id={listId}
          role="listbox"
          aria-label={words.list}
          className="absolute inset-x-0 top-full z-30 mt-1 max-h-64 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-lg"
        >
          {people.map((person, at) => (
            <Choice
              key={person.id}
              id={optionId(at)}
              person={person}
              isActive={at === active}
              onChoose={() => choose(person)}
            />
          ))}
        </div>
      )}
      <p role="status" className="sr-only">
        {isOpen ? plural(locale, words.found, people.length) : isNobody ? words.none : ""}
      </p>
    </div>
  );
}

function Choice({
  id,
  person,
  isActive,
  onChoose,
}: {
  id: string;
  person: ReturnType<typeof useMentions>["people"][number];
  isActive: boolean;
  onChoose: () => void;
}) {
  const words = useWords();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      // Before the field loses the focus.
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
      className={classNames(
        "flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 py-1 pointer-coarse:min-h-11",
        isActive ? "bg-accent-soft forced-colors:outline-2" : "hover:bg-hover",
      )}
    >
      <Avatar name={person.name} size="sm" />
      <span className="min-w-0 flex-1 truncate">{person.handle}</span>
      <span className="text-xs text-muted">{words.common.roles[person.role]}</span>
    </div>
  );
}
