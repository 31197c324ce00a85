import { type FormEvent, useState } from "react";
import { useFormat } from "#components/locale/locale-provider.tsx";
import { fill } from "#lib/i18n/words.ts";

const MEGABYTE = 1_000_000;

/**
 * Refuses a file of more than so many bytes before it is sent. `tooLarge` is filled with its name, its size and the limit,
 * both in megabytes. `check` is for whoever chooses the file, `holdBack` for the form's `onSubmitCapture`.
 */
export function useFileLimit(bytes: number, tooLarge: string) {
  const format = useFormat();
  const [error, setError] = useState<string>();
  const limit = format.number(bytes / MEGABYTE);
  const check = (file: File | undefined) =>
    setError(
      file && file.size > bytes
        ? fill(tooLarge, {
            name: file.name,
            size: format.number(Math.ceil(file.size / MEGABYTE)),
            limit,
          })
        : undefined,
    );
  const holdBack = (event: FormEvent<HTMLFormElement>) => {
    if (error === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  };
  return { limit, error, check, holdBack };
}
