"use client";

import { FileUp, LoaderCircle, X } from "lucide-react";
import { useFormStatus } from "react-dom";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Field } from "#components/ui/field.tsx";
import { FormContextProvider, useFormState } from "#components/ui/form-context.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { fill } from "#lib/i18n/words.ts";
import { formOf } from "#lib/snapshots/values.ts";
import { MAX_DOCUMENT_BYTES, SOURCE_LIMITS } from "#lib/sources/values.ts";
import { sizeOf } from "./snapshot-words.ts";
import { useChosenFile } from "./use-chosen-file.ts";
import { usePreview } from "./use-preview.ts";

/** What the browser offers first. What a file is, its bytes say once it has arrived. */
const ACCEPTED =
  ".pdf,.png,.jpg,.jpeg,.gif,.webp,.avif,.docx,.xlsx,.pptx,.ppsx,.doc,.xls,.ppt,.odt,.ods,.odp,.rtf,.epub,.txt,.md,.csv,.html,.htm,.xhtml";

/**
 * A file as the source, chosen in the browser's own way or dropped anywhere on the form; of a picture also what it
 * shows. Without script the browser's own field.
 */
export function DocumentField() {
  const words = useWords();
  const texts = words.sources.document;
  const format = useFormat();
  const form = useFormState();
  const { pending } = useFormStatus();
  const { input, file, isOver, isChanged, isOneOfMany, isRemoved, remove, note } = useChosenFile({
    maxBytes: MAX_DOCUMENT_BYTES,
    answers: form?.errors,
  });
  const limit = format.number(MAX_DOCUMENT_BYTES / 1_000_000);
  const size = file && sizeOf(file.size, words, format);
  const tooLarge =
    file && size && file.size > MAX_DOCUMENT_BYTES
      ? fill(texts.tooLarge, { name: file.name, size, limit })
      : file?.size === 0
        ? words.reasons.document_empty
        : undefined;
  const isPicture = file !== null && formOf(file.type) === "picture";
  return (
    // What was said of another file is not said of this one.
    <FormContextProvider value={form && isChanged ? { ...form, errors: withoutOwn(form.errors) } : form}>
      <Field name="document" label={texts.label} hint={fill(texts.hint, { limit })} error={tooLarge} optional>
        {({ required: _, ...control }) => (
          <div
            className={classNames(
              "grid gap-3 rounded-lg border border-dashed p-3.5 transition-colors",
              isOver ? "border-accent bg-accent-soft" : "border-control",
            )}
          >
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <FileUp aria-hidden className="size-5 shrink-0 text-muted max-sm:hidden noscript:hidden" />
              <input
                {...control}
                ref={input}
                type="file"
                accept={ACCEPTED}
                onChange={note}
                className={classNames(
                  // The name stands below, with the size.
                  file === null ? "text-muted" : "text-transparent",
                  "w-0 min-w-44 flex-1 text-sm file:me-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-paper file:px-3.5 file:font-medium file:text-ink hover:file:bg-sunken pointer-coarse:file:min-h-11",
                )}
              />
              {file === null && <span className="text-sm text-muted noscript:hidden">{texts.drop}</span>}
            </div>
            {file !== null && (
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5 text-sm">
                {isPicture && <Preview file={file} alt={texts.preview} />}
                <p className="min-w-0 flex-1 basis-40 wrap-anywhere">
                  <bdi>{fill(texts.chosen, { name: file.name, size: size ?? "" })}</bdi>
                  {isOneOfMany && <span className="block text-muted">{texts.oneOnly}</span>}
                </p>
                <Button size="sm" onClick={remove} className="noscript:hidden">
                  <X aria-hidden className="size-3.5" />
                  {texts.remove}
                </Button>
              </div>
            )}
            <p
              role="status"
              className={classNames(!(pending && file) && "sr-only", "flex gap-2 text-sm text-muted")}
            >
              {pending && file !== null && (
                <>
                  <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" />
                  {texts.sending}
                </>
              )}
              {!pending && file !== null && fill(texts.chosen, { name: file.name, size: size ?? "" })}
              {isRemoved && texts.removed}
            </p>
          </div>
        )}
      </Field>
      <div className={classNames(!isPicture && "hidden noscript:block")}>
        <TextArea
          name="alt"
          label={texts.alt}
          hint={texts.altHint}
          limit={SOURCE_LIMITS.note}
          rows={2}
          optional
          dir="auto"
        />
      </div>
    </FormContextProvider>
  );
}

function withoutOwn({ document: _, ...others }: Readonly<Record<string, string>>) {
  return others;
}

function Preview({ file, alt }: { file: File; alt: string }) {
  const address = usePreview(file);
  if (address === null) return null;
  return (
    // biome-ignore lint/performance/noImgElement: a picture on this machine, not one to be optimised
    <img src={address} alt={alt} className="max-h-32 max-w-40 rounded-md border border-line object-contain" />
  );
}
