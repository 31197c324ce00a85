import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "#components/ui/page-header.tsx";
import { may } from "#lib/auth/policy.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadPolicies } from "#lib/policies/loaders.ts";
import { SettingsTabs } from "../_components/settings-tabs.tsx";
import { PolicyForm } from "./_components/policy-form.tsx";
import { PolicyTranslations } from "./_components/policy-translations.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await loadPolicies();
  return { title: (await loadConventions()).words.policies.title };
}

export default async function PoliciesPage() {
  const [{ actor, policies }, { words, format }] = await Promise.all([loadPolicies(), loadConventions()]);
  return (
    <>
      <PageHeader title={words.policies.title} />
      {may(actor, "newsroom.edit") && <SettingsTabs current="policies" words={words} />}
      <div className="grid max-w-3xl gap-10 px-4 py-7 desk:px-7">
        <p className="max-w-[62ch] text-pretty text-muted">
          {words.policies.lead}{" "}
          <Link href="/methodology" prefetch={false} className="underline">
            {words.policies.page}
          </Link>
        </p>
        {policies.map(({ slots, ...policy }) => (
          <section key={policy.key} aria-labelledby={`policy-${policy.key}`}>
            <h2 id={`policy-${policy.key}`} className="border-b border-line pb-2 font-semibold">
              {words.policies.each[policy.key].title}
            </h2>
            <PolicyForm
              actorId={actor.id}
              policy={policy}
              savedOn={policy.savedAt && format.dateTime(policy.savedAt)}
            />
            {policy.text !== "" && (
              <PolicyTranslations
                policy={policy}
                slots={slots}
                actorId={actor.id}
                words={words}
                format={format}
              />
            )}
          </section>
        ))}
      </div>
    </>
  );
}
