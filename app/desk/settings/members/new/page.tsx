import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { InviteForm } from "../_components/invite-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await requireActor("members.edit");
  return { title: (await loadConventions()).words.members.add.title };
}

export default async function AddMemberPage() {
  await requireActor("members.edit");
  const { words } = await loadConventions();
  const { list, add } = words.members;
  return (
    <>
      <PageHeader title={add.title} crumbs={[{ href: "/desk/settings/members", label: list.title }]} />
      <div className="max-w-2xl px-4 py-7 desk:px-7">
        <InviteForm />
      </div>
    </>
  );
}
