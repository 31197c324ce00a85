import { Check, Unlink } from "lucide-react";
import { Kbd } from "#components/ui/kbd.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { fill, type Words } from "#lib/i18n/words.ts";
import { confirmPassageAction, detachPassageAction, placePassageAction } from "#lib/passages/actions.ts";
import type { RepairView } from "#lib/passages/loaders.ts";
import type { RepairPlace } from "#lib/passages/queries.ts";
import { ChooseWords } from "./choose-words.tsx";
import { RepairForm } from "./repair-form.tsx";

type Props = { item: RepairView; words: Words };

/** What a person can say of a passage. The forms work without script; the keys of the list find them by `data-does`. */
export function RepairActions({ item, words, isChoosing }: Props & { isChoosing: boolean }) {
  const texts = words.passages.actions;
  const { passageId, claim, article, place, candidates, before } = item;
  if (!item.canRepair) return <p className="text-sm text-pretty text-muted">{texts.editorsOnly}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, these are forms
    <div
      role="group"
      aria-label={fill(texts.group, { number: claim.number })}
      className="flex flex-wrap items-center gap-2"
    >
      {place && (
        <RepairForm
          passageId={passageId}
          action={confirmPassageAction}
          done={texts.confirmed}
          data-does="confirm"
          className="contents"
        >
          <SubmitButton>
            <Check aria-hidden className="size-4" />
            {texts.confirm}
          </SubmitButton>
        </RepairForm>
      )}
      <ChooseWords
        passageId={passageId}
        articleId={article.id}
        number={claim.number}
        before={before}
        place={place ?? candidates[0] ?? null}
        isOpen={isChoosing}
      />
      <RepairForm
        passageId={passageId}
        action={detachPassageAction}
        done={texts.detached}
        data-does="detach"
        className="contents"
      >
        <SubmitButton variant="quiet" title={texts.detachHint}>
          <Unlink aria-hidden className="size-4" />
          {texts.detach}
        </SubmitButton>
      </RepairForm>
    </div>
  );
}

/** Says that the claim stands at one of the places found. */
export function UsePlace({
  item,
  place,
  number,
  words,
}: Props & { place: RepairPlace /** From 1, and the key. */; number: number }) {
  const texts = words.passages.actions;
  return (
    <RepairForm
      passageId={item.passageId}
      action={placePassageAction}
      done={texts.placed}
      data-does="use"
      data-number={number}
      className="contents"
    >
      <input type="hidden" name="start" value={place.start} />
      <input type="hidden" name="end" value={place.end} />
      <SubmitButton variant="secondary" size="sm" aria-label={fill(texts.useNumber, { number })}>
        {texts.use}
        <span aria-hidden className="pointer-coarse:hidden">
          <Kbd>{number}</Kbd>
        </span>
      </SubmitButton>
    </RepairForm>
  );
}
