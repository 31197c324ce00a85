import { Webhook } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadWebhooks } from "#lib/webhooks/loaders.ts";
import { AddWebhookForm } from "./_components/add-webhook-form.tsx";
import { WebhookList } from "./_components/webhook-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await loadWebhooks();
  return { title: (await loadConventions()).words.connections.webhooks.title };
}

/** Which other programs are told what happens to claims, and what came of it. */
export default async function WebhooksPage() {
  const webhooks = await loadWebhooks();
  const { words, format, newsroom } = await loadConventions();
  const texts = words.connections.webhooks;
  return (
    <>
      <PageHeader title={texts.title} />
      <div className="max-w-3xl space-y-10 px-4 py-7 desk:px-7">
        {webhooks.length === 0 ? (
          <EmptyState title={texts.emptyTitle} icon={<Webhook className="size-5" />}>
            {texts.intro}
          </EmptyState>
        ) : (
          <>
            <p className="text-pretty text-muted">{texts.intro}</p>
            <WebhookList webhooks={webhooks} words={words} format={format} locale={newsroom.locale} />
          </>
        )}
        <AddWebhookForm />
      </div>
    </>
  );
}
