import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ClaimHeading } from "#components/claims/claim-heading.tsx";
import { ClaimSection } from "#components/claims/claim-section.tsx";
import { PublishingParts, ReviewParts } from "#components/claims/claim-sections.tsx";
import { EditClaim } from "#components/claims/edit-claim.tsx";
import { HistoryList } from "#components/claims/history-list.tsx";
import { NextStep } from "#components/claims/next-step.tsx";
import { StepCard } from "#components/claims/step-card.tsx";
import { Comments } from "#components/comments/comments.tsx";
import { GateList } from "#components/publishing/gate-list.tsx";
import { MarkupPreview } from "#components/publishing/markup-preview.tsx";
import { OnToNext } from "#components/reviews/on-to-next.tsx";
import { DiscussionInvitation } from "#components/reviews/what-differs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RevealOnArrival } from "#components/ui/reveal-link.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import { loadClaim, type ClaimPage as Page } from "#lib/claims/loaders.ts";
import { type LoadedComments, loadComments } from "#lib/comments/loaders.ts";
import { fill } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadMarkup } from "#lib/publishing/loaders.ts";
import { loadTranslations, type TranslationSlot } from "#lib/translations/loaders.ts";

export async function generateMetadata({ params }: PageProps<"/desk/claims/[id]">): Promise<Metadata> {
  const { claim } = await loadClaim((await params).id);
  return { title: claim.statement };
}

export default async function ClaimPage({ params, searchParams }: PageProps<"/desk/claims/[id]">) {
  const [{ id }, { tab, from }] = await Promise.all([params, searchParams]);
  const [page, slots, comments, { words, format, newsroom }] = await Promise.all([
    loadClaim(id),
    loadTranslations(id),
    loadComments({ claimId: id }, searchParams),
    loadConventions(),
  ]);
  const { actor, claim, can, history } = page;
  const markup = claim.publication && (await loadMarkup(claim.publication.slug));
  const props = { ...page, words, format, locale: newsroom.locale };
  const texts = words.claims.page;
  const isHistory = tab === "history";
  const isFromQueue = from === "queue";
  const path = `/desk/claims/${id}`;
  return (
    <>
      <PageHeader
        title={fill(words.common.claimNumber, { number: claim.number })}
        crumbs={[
          isFromQueue
            ? { href: "/desk/queue", label: words.common.nav.queue }
            : { href: "/desk/claims", label: words.common.nav.claims },
        ]}
      />
      <RevealOnArrival place="attach" />
      <div className="mx-auto grid max-w-6xl gap-6 px-4 py-6 desk:px-7 desk:py-8">
        <div className="grid gap-3">
          <ClaimHeading {...props} />
          {can.edit === null && <EditClaim claim={claim} actor={actor} words={words} />}
        </div>
        <TabLinks
          label={texts.tabs}
          tabs={[
            { href: path, label: texts.tabClaim, current: !isHistory },
            {
              href: `${path}?tab=history`,
              label: texts.tabHistory,
              count: history.length,
              current: isHistory,
            },
          ]}
        />
        {isHistory ? (
          <HistoryList {...props} />
        ) : (
          <Work
            {...props}
            slots={slots}
            comments={comments}
            markup={markup}
            newsroom={newsroom}
            gateNumbers={newsroom}
          />
        )}
      </div>
    </>
  );
}

type WorkProps = Parameters<typeof NextStep>[0] & {
  gateNumbers: Parameters<typeof GateList>[0]["numbers"];
  gate: Page["gate"];
  slots: readonly TranslationSlot[];
  comments: LoadedComments;
  markup: Parameters<typeof MarkupPreview>[0]["markup"];
  newsroom: { name: string };
};

/**
 * On phones the next step comes first, and the checklist last; on tablets both stand side by side above the claim, and
 * where there is room, beside it.
 */
function Work({ gateNumbers, slots, comments, markup, newsroom, ...props }: WorkProps) {
  const { claim, actor, can, gate, words, locale } = props;
  const hasGate = claim.state !== "published" && claim.state !== "withdrawn" && claim.state !== "dismissed";
  const isDone = claim.facts.reviewerIds.includes(actor.id) && can.decide !== null;
  // Opinions that differ are talked about right below them; else comments come last.
  const isDisputed = claim.state === "adjudication";
  const discussion = (
    <ClaimComments claimId={claim.id} {...comments} title={words.comments.title}>
      {isDisputed && <DiscussionInvitation claim={claim} actor={actor} words={words} locale={locale} />}
    </ClaimComments>
  );
  return (
    <div className="grid items-start gap-x-10 gap-y-8 md:max-wide:gap-x-5 wide:grid-cols-[minmax(0,1fr)_20rem] wide:grid-rows-[auto_1fr] md:max-wide:has-[>:nth-child(3)]:grid-cols-2">
      <div className="grid gap-3 wide:col-start-2">
        <NextStep {...props} isOwnPage />
        {hasGate && isDone && <OnToNext />}
      </div>
      <div className="grid min-w-0 gap-8 md:max-wide:col-span-full md:max-wide:row-start-2 wide:col-start-1 wide:row-span-2 wide:row-start-1">
        <ReviewParts {...props} discussion={isDisputed && discussion} />
        <PublishingParts {...props} slots={slots} />
        <ClaimSection id="markup" title={words.markup.title}>
          <MarkupPreview claim={claim} markup={markup} newsroom={newsroom} words={words} />
        </ClaimSection>
        {!isDisputed && discussion}
      </div>
      {hasGate && (
        <div className="wide:col-start-2">
          <StepCard title={words.claims.gate.title}>
            <GateList items={gate} numbers={gateNumbers} {...props} />
          </StepCard>
        </div>
      )}
    </div>
  );
}

function ClaimComments({
  claimId,
  title,
  viewer,
  subject,
  take,
  children,
  ...view
}: LoadedComments & { claimId: string; title: string; children: ReactNode }) {
  return (
    <ClaimSection id="comments" title={title}>
      {children && <div className="mb-3">{children}</div>}
      <Comments
        subject={subject}
        viewerId={viewer.id}
        initial={view}
        take={take}
        path={`/desk/claims/${claimId}`}
      />
    </ClaimSection>
  );
}
