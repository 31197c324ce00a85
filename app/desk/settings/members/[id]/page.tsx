import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadResetLink } from "#lib/entry-links/loaders.ts";
import { loadHandOver } from "#lib/handover/loaders.ts";
import { fill } from "#lib/i18n/words.ts";
import { loadConventions, loadMember } from "#lib/members/loaders.ts";
import { loadMemberTwoFactor } from "#lib/two-factor/loaders.ts";
import { AccountSwitch } from "../_components/account-switch.tsx";
import { EditMemberForm } from "../_components/edit-member-form.tsx";
import { HandOver } from "../_components/hand-over.tsx";
import { PersonalData } from "../_components/personal-data.tsx";
import { ResetLink } from "../_components/reset-link.tsx";
import { TwoFactorRemoval } from "../_components/two-factor-removal.tsx";

type Props = PageProps<"/desk/settings/members/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { member } = await loadMember((await params).id);
  return { title: fill((await loadConventions()).words.members.edit.title, member) };
}

export default async function EditMemberPage({ params }: Props) {
  const { actor, member } = await loadMember((await params).id);
  const { drafts, reviews, successors } = await loadHandOver(member.id);
  const hasSecondStep = await loadMemberTwoFactor(member.id);
  const made = member.disabledAt ? null : await loadResetLink(member.id);
  const { words, format } = await loadConventions();
  const { list, edit } = words.members;
  return (
    <>
      <PageHeader
        title={member.name}
        crumbs={[{ href: "/desk/settings/members", label: list.title }]}
        meta={fill(edit.added, { date: format.date(member.createdAt) })}
      />
      <div className="max-w-2xl space-y-12 px-4 py-7 desk:px-7">
        {member.erasedAt ? (
          <p>{fill(words.members.erase.done, { date: format.date(member.erasedAt) })}</p>
        ) : (
          <>
            <EditMemberForm member={member} actorId={actor.id} />
            <HandOver member={member} inHand={{ drafts, reviews }} successors={successors} />
            {hasSecondStep && actor.id !== member.id && <TwoFactorRemoval member={member} />}
            {member.disabledAt === null && <ResetLink member={member} made={made} />}
            <AccountSwitch member={member} isOwn={actor.id === member.id} />
            <PersonalData member={member} />
          </>
        )}
      </div>
    </>
  );
}
