import { Ban, Clock, MessageCircleOff, MessageCircleReply, TriangleAlert } from "lucide-react";
import type { Conventions } from "#components/claims/conventions.ts";
import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { Chip } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimDetail, ReplyItem } from "#lib/claims/claim-detail.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { editReplyAction, recordReplyAction } from "#lib/replies/actions.ts";
import { removalRefusal, standingOf } from "#lib/replies/rules.ts";
import type { ReplyStanding } from "#lib/replies/values.ts";
import { RemoveReply } from "./remove-reply.tsx";
import { ReplyFields } from "./reply-fields.tsx";

type Props = { claim: ClaimDetail; actor: Actor; mayEdit: boolean } & Pick<
  Conventions,
  "words" | "format" | "now"
>;

/** The log of who was asked for a reply, until when, and what came of it. */
export function Replies(props: Props) {
  const { claim, actor, mayEdit, words } = props;
  const texts = words.claims.replies;
  return (
    <div className="grid gap-3">
      <p className="text-sm text-pretty text-muted">{texts.lead}</p>
      {claim.replies.length === 0 && <p className="text-muted">{texts.none}</p>}
      {claim.replies.length > 0 && (
        <ol className="grid gap-2.5">
          {claim.replies.map((reply) => (
            <Entry key={reply.id} reply={reply} {...props} />
          ))}
        </ol>
      )}
      {mayEdit && <RecordReply claim={claim} actor={actor} words={words} />}
    </div>
  );
}

function Entry({ reply, ...props }: { reply: ReplyItem } & Props) {
  const { words, format, now, mayEdit } = props;
  const texts = words.claims.replies;
  const facts = [
    reply.deadlineAt && fill(texts.until, { time: format.dateTime(reply.deadlineAt) }),
    fill(texts.recordedBy, { name: reply.recordedBy.name }),
  ].filter(Boolean);
  return (
    <li className="grid gap-2 rounded-lg border border-line bg-raised px-4 py-3.5">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1.5">
        <p className="min-w-0 text-pretty wrap-anywhere" dir="auto">
          {fill(texts.line, { asked: reply.asked, day: format.day(reply.askedOn), via: reply.via })}
        </p>
        <Standing standing={standingOf(reply, now)} words={words} />
      </div>
      {reply.answer && (
        <blockquote
          className="border-s-3 border-line-strong ps-3 font-serif whitespace-pre-line wrap-anywhere"
          dir="auto"
        >
          {reply.answer}
        </blockquote>
      )}
      <p className="text-sm wrap-anywhere text-muted" dir="auto">
        {facts.join(" · ")}
      </p>
      {mayEdit && <EditReply reply={reply} {...props} />}
    </li>
  );
}

const ICONS = {
  waits: Clock,
  overdue: TriangleAlert,
  answered: MessageCircleReply,
  declined: Ban,
  no_answer: MessageCircleOff,
} as const;

function Standing({ standing, words }: { standing: ReplyStanding; words: Words }) {
  const Icon = ICONS[standing];
  const isOverdue = standing === "overdue";
  return (
    <Chip
      icon={<Icon aria-hidden className={isOverdue ? "size-3.5 shrink-0 text-mixed" : "size-3.5 shrink-0"} />}
    >
      {words.claims.replies.standings[standing]}
    </Chip>
  );
}

/** Notes the answer when it comes; whoever wrote the entry may take it out while readers know nothing of it. */
function EditReply({ reply, claim, actor, words }: { reply: ReplyItem } & Props) {
  const texts = words.claims.replies;
  const facts = { createdById: reply.recordedBy.id, claimState: claim.state };
  return (
    <Disclosure summary={reply.outcome === "awaiting" ? texts.noteAnswer : words.common.edit}>
      <div className="grid gap-4 border-t border-line pt-5">
        <SaidForm
          action={editReplyAction}
          draftKey={`${actor.id}:reply:${reply.id}`}
          done={texts.saved}
          className="grid gap-5"
        >
          <input type="hidden" name="replyId" value={reply.id} />
          <input type="hidden" name="version" value={reply.version} />
          <ReplyFields reply={reply} />
          <FormActions>
            <SubmitButton>{words.common.save}</SubmitButton>
          </FormActions>
        </SaidForm>
        {removalRefusal(facts, actor) === null && <RemoveReply reply={reply} claimId={claim.id} />}
      </div>
    </Disclosure>
  );
}

function RecordReply({ claim, actor, words }: { claim: ClaimDetail; actor: Actor; words: Words }) {
  const texts = words.claims.replies;
  return (
    <div id="ask" className="scroll-mt-20">
      <Disclosure summary={texts.record}>
        <SaidForm
          action={recordReplyAction}
          draftKey={`${actor.id}:reply:${claim.id}`}
          done={texts.recorded}
          className="grid gap-5 rounded-lg border border-line bg-raised p-5"
        >
          <input type="hidden" name="claimId" value={claim.id} />
          <ReplyFields claimant={claim.claimant?.name} />
          <FormActions>
            <SubmitButton>{texts.record}</SubmitButton>
          </FormActions>
        </SaidForm>
      </Disclosure>
    </div>
  );
}
