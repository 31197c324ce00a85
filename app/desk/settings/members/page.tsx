import type { Metadata } from "next";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { loadInvitations } from "#lib/invitations/loaders.ts";
import { loadConventions, loadMembers } from "#lib/members/loaders.ts";
import { InvitationList } from "./_components/invitation-list.tsx";
import { MemberTable } from "./_components/member-table.tsx";

export async function generateMetadata({
  searchParams,
}: PageProps<"/desk/settings/members">): Promise<Metadata> {
  await loadMembers(searchParams);
  return { title: (await loadConventions()).words.members.list.title };
}

export default async function MembersPage({ searchParams }: PageProps<"/desk/settings/members">) {
  const { actor, items, next, now } = await loadMembers(searchParams);
  const { invitations, isMailOn } = await loadInvitations();
  const { words, format } = await loadConventions();
  return (
    <>
      <PageHeader
        title={words.members.list.title}
        actions={
          <LinkButton href="/desk/settings/members/new" variant="primary">
            {words.members.add.action}
          </LinkButton>
        }
      />
      <div className="max-w-4xl px-4 py-4 desk:px-7">
        <MemberTable members={items} actorId={actor.id} words={words} format={format} now={now} />
        {next && <NextPage href={`/desk/settings/members?cursor=${next}`} label={words.common.more} />}
        {invitations.length > 0 && <InvitationList invitations={invitations} isMailOn={isMailOn} />}
      </div>
    </>
  );
}
