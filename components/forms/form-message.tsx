"use client";

import type { ComponentProps } from "react";
import { Message } from "#components/ui/message.tsx";

/** A problem that has no field of its own in the form. */
type FormMessageProps = { text: string; problems: readonly string[] } & Pick<ComponentProps<"div">, "id">;

/** What a form has to say about itself: announced when it appears, and able to take the focus. */
export function FormMessage({ text, problems, id }: FormMessageProps) {
  return (
    <Message tone="error" id={id} tabIndex={-1} className="col-span-full w-full scroll-mt-24">
      <p>{text}</p>
      {problems.length > 0 && (
        <ul className="list-disc ps-5">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </Message>
  );
}
