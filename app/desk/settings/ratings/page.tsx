import type { Metadata } from "next";
import { type ReactNode, useId } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadTermTranslations } from "#lib/translations/loaders.ts";
import { draftScaleAction } from "#lib/verdicts/actions.ts";
import { loadScales } from "#lib/verdicts/loaders.ts";
import { SettingsTabs } from "../_components/settings-tabs.tsx";
import { PresetList } from "./_components/preset-list.tsx";
import { ScaleSummary } from "./_components/scale-summary.tsx";
import { TermTranslations } from "./_components/term-translations.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await loadScales();
  return { title: (await loadConventions()).words.scales.title };
}

export default async function RatingsPage() {
  const [{ actor, inUse, draft, used, presets }, slots, { words, format, newsroom }] = await Promise.all([
    loadScales(),
    loadTermTranslations(),
    loadConventions(),
  ]);
  const texts = words.scales;
  const earlier = used.filter(({ id }) => id !== inUse.id);
  const nameOf = ({ name, version }: { name: string; version: number }) =>
    fill(texts.version, { name, number: version });
  return (
    <>
      <PageHeader title={texts.title} />
      <SettingsTabs current="ratings" words={words} />
      <div className="grid max-w-3xl gap-10 px-4 py-7 desk:px-7">
        <Part title={texts.inUse}>
          <p className="font-serif text-lg">{nameOf(inUse)}</p>
          <ScaleSummary scale={inUse} words={words} />
          {draft ? (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <LinkButton href="/desk/settings/ratings/draft" variant="primary">
                {texts.goOn}
              </LinkButton>
              <p className="text-muted">{fill(texts.draftThere, { name: nameOf(draft) })}</p>
            </div>
          ) : (
            <ActionForm action={draftScaleAction} className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <SubmitButton variant="secondary">{texts.change}</SubmitButton>
              <p className="text-muted">{texts.changeText}</p>
            </ActionForm>
          )}
        </Part>
        <Part title={texts.translations.title} lead={texts.translations.lead}>
          <TermTranslations slots={slots} actorId={actor.id} words={words} format={format} />
        </Part>
        <Part title={texts.presets} lead={draft ? texts.draftFirst : texts.presetsText}>
          <PresetList presets={presets} canBegin={draft === null} words={words} />
        </Part>
        {earlier.length > 0 && (
          <Part title={texts.earlier} lead={texts.earlierText}>
            <ul className="grid gap-3">
              {earlier.map((scale) => (
                <li key={scale.id}>
                  <Disclosure
                    summary={
                      <span>
                        {nameOf(scale)}
                        <span className="ms-3 text-sm font-normal text-muted">
                          {plural(newsroom.locale, texts.count, scale.verdicts)}
                          {scale.inUseSince &&
                            ` · ${fill(texts.since, { day: format.date(scale.inUseSince) })}`}
                        </span>
                      </span>
                    }
                  >
                    <ScaleSummary scale={scale} words={words} />
                  </Disclosure>
                </li>
              ))}
            </ul>
          </Part>
        )}
      </div>
    </>
  );
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <div>
        <h2 id={id} className="border-b border-line pb-2 font-semibold">
          {title}
        </h2>
        {lead && <p className="mt-3 text-pretty text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
