import { FilePenLine } from "lucide-react";
import Link from "next/link";
import { EarlierFacts } from "#components/claims/earlier-claim.tsx";
import { SaidForm } from "#components/claims/said-form.tsx";
import { ActionForm } from "#components/forms/action-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { may } from "#lib/auth/policy.ts";
import { fill } from "#lib/i18n/words.ts";
import {
  answerTipAction,
  answerWithCheckAction,
  checkTipAction,
  eraseAddressAction,
  releaseTipAction,
  reopenTipAction,
  settleTipAction,
  takeTipAction,
} from "#lib/tips/actions.ts";
import { TIP_LIMITS } from "#lib/tips/values.ts";
import type { TipProps } from "./tip-card.tsx";

/** What a member can do about a tip. */
export function TipActions(props: TipProps) {
  const { item, actor, words } = props;
  const texts = words.tips.actions;
  const { id, can, claim, kind, emptiedAt } = item;
  const mayErase = emptiedAt === null && may(actor, "members.edit");
  if (!mayErase && !Object.values(can).some(Boolean)) return null;
  return (
    <fieldset className="mt-4 grid min-w-0 gap-3 border-t border-line pt-3.5">
      <legend className="sr-only">{texts.group}</legend>
      <div className="flex flex-wrap items-start gap-2 empty:hidden">
        {can.take && (
          <OneButton id={id} action={takeTipAction} done={texts.taken} label={texts.take} isFirst />
        )}
        {can.settle && kind === "error" && claim && may(actor, "claim.correct") && (
          <LinkButton href={`/desk/claims/${claim.id}#correct`} size="sm" prefetch={false}>
            <FilePenLine aria-hidden className="size-3.5" />
            {texts.correct}
          </LinkButton>
        )}
        {can.check && (
          <ActionForm action={checkTipAction} className="grid gap-2">
            <input type="hidden" name="tipId" value={id} />
            <SubmitButton variant="primary" size="sm">
              <FilePenLine aria-hidden className="size-3.5" />
              {texts.check}
            </SubmitButton>
          </ActionForm>
        )}
        {can.check && item.link && (
          <LinkButton
            href={`/desk/articles/new?way=address&url=${encodeURIComponent(item.link)}`}
            size="sm"
            prefetch={false}
          >
            {texts.importLink}
          </LinkButton>
        )}
        {can.release && (
          <OneButton id={id} action={releaseTipAction} done={texts.released} label={texts.release} />
        )}
        {can.reopen && (
          <OneButton id={id} action={reopenTipAction} done={texts.reopened} label={texts.reopen} />
        )}
      </div>
      <Earlier {...props} />
      {can.answer && <Answer {...props} />}
      {can.settle && <Settle {...props} />}
      {can.erase && (
        <Disclosure summary={texts.erase}>
          <OneButton id={id} action={eraseAddressAction} done={texts.erased} label={texts.erase} />
        </Disclosure>
      )}
      {mayErase && (
        <p className="text-sm">
          <Link href={`/desk/settings/people/${id}`} prefetch={false}>
            {words.people.fromTip}
          </Link>
        </p>
      )}
    </fieldset>
  );
}

function OneButton({
  id,
  action,
  done,
  label,
  isFirst = false,
}: {
  id: string;
  action: typeof takeTipAction;
  done: string;
  label: string;
  isFirst?: boolean;
}) {
  return (
    <SaidForm action={action} done={done} className="grid gap-2">
      <input type="hidden" name="tipId" value={id} />
      <SubmitButton variant={isFirst ? "primary" : "secondary"} size="sm">
        {label}
      </SubmitButton>
    </SaidForm>
  );
}

/** What was checked before that says nearly the same: it may be the answer. */
function Earlier({ item: { id, earlier, can, hasAddress, answer }, words, isMailOn }: TipProps) {
  const texts = words.tips.actions;
  if (earlier.length === 0) return null;
  const isMailed = isMailOn && hasAddress && answer === null;
  return (
    <fieldset aria-labelledby={`tip-${id}-earlier`} className="grid min-w-0 gap-2.5">
      <h3 id={`tip-${id}-earlier`} className="text-sm font-semibold">
        {words.tips.earlier}
      </h3>
      <ul className="grid gap-2.5">
        {earlier.map((claim) => (
          <li key={claim.id} className="grid min-w-0 gap-1.5 rounded-lg border border-line px-4 py-3">
            <EarlierFacts claim={claim} />
            {can.check && claim.slug && (
              <SaidForm
                action={answerWithCheckAction}
                done={isMailed ? texts.withCheckSent : texts.withCheckDone}
                className="grid gap-2 justify-items-start"
              >
                <input type="hidden" name="tipId" value={id} />
                <input type="hidden" name="claimId" value={claim.id} />
                <SubmitButton variant="secondary" size="sm">
                  {isMailed ? texts.withCheck : texts.withCheckOnly}
                </SubmitButton>
              </SaidForm>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Settle({ item, actor, words }: TipProps) {
  const texts = words.tips.actions;
  return (
    <Disclosure summary={texts.settle}>
      <SaidForm
        action={settleTipAction}
        done={texts.settledDone}
        draftKey={`${actor.id}:tip:${item.id}`}
        className="grid max-w-2xl gap-4"
      >
        <input type="hidden" name="tipId" value={item.id} />
        <RadioCards
          label={texts.outcome}
          name="tipState"
          options={(["done", "no_change"] as const).map((value) => ({
            value,
            label: texts.outcomes[value],
          }))}
        />
        <TextArea
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          limit={TIP_LIMITS.reason}
          rows={2}
          dir="auto"
        />
        <div>
          <SubmitButton>{texts.settleSubmit}</SubmitButton>
        </div>
      </SaidForm>
    </Disclosure>
  );
}

/** By e-mail; where none is sent, the text to copy, and a note that it was sent otherwise. */
function Answer({ item, actor, words, isMailOn, siteUrl }: TipProps) {
  const texts = words.tips.actions;
  const { templates } = words.tips;
  const link = item.claim?.slug ? `${siteUrl}/claims/${encodeURIComponent(item.claim.slug)}` : siteUrl;
  const checked = item.earlier.find(({ slug }) => slug !== null)?.slug;
  const template = checked
    ? fill(templates.checked, { link: `${siteUrl}/claims/${encodeURIComponent(checked)}` })
    : item.kind === "error"
      ? fill(templates.error, { statement: item.claim?.statement ?? "", link })
      : fill(templates.claim, { words: item.words.slice(0, QUOTED) });
  return (
    <Disclosure summary={texts.answer}>
      <SaidForm
        action={answerTipAction}
        done={isMailOn ? texts.answerSent : texts.answerNoted}
        draftKey={`${actor.id}:tip-answer:${item.id}`}
        className="grid max-w-2xl gap-4"
      >
        <input type="hidden" name="tipId" value={item.id} />
        <TextArea
          name="tipAnswer"
          label={texts.answerText}
          hint={isMailOn ? texts.answerHint : texts.answerByHandHint}
          defaultValue={template}
          limit={TIP_LIMITS.answer}
          rows={8}
          dir="auto"
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton>{isMailOn ? texts.answerSubmit : texts.answerByHand}</SubmitButton>
          {!isMailOn && item.email && <a href={`mailto:${encodeURIComponent(item.email)}`}>{texts.mailto}</a>}
        </div>
      </SaidForm>
    </Disclosure>
  );
}

/** In UTF-16 code units: what an answer repeats of a claim somebody sent. */
const QUOTED = 500;
