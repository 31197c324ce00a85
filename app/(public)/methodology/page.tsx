import type { Metadata } from "next";
import { stepsOf } from "#components/public-site/how-many-check.ts";
import { PolicySection } from "#components/public-site/policy-section.tsx";
import { RatingDefinitions } from "#components/public-site/rating-definitions.tsx";
import { Section } from "#components/public-site/section.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { loadAddresses, loadMethodology, loadSite } from "#lib/publishing/loaders.ts";
import { shareTags } from "../share-tags.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { newsroom, words } = await loadSite();
  const addresses = await loadAddresses("/methodology");
  return {
    title: { absolute: `${words.publicSite.methodology.title} · ${newsroom.name}` },
    description: words.publicSite.methodology.lead,
    ...shareTags({
      title: words.publicSite.methodology.title,
      description: words.publicSite.methodology.lead,
      url: addresses.canonical,
      newsroom,
    }),
    alternates: { ...addresses },
  };
}

export default async function MethodologyPage() {
  const { ratings, earlier, problems, policies, introduced, words, format, newsroom } =
    await loadMethodology();
  const texts = words.publicSite.methodology;
  const steps = stepsOf(words.publicSite, newsroom.opinionsRequired);
  return (
    <PublicShell words={words} newsroomName={newsroom.name} current="methodology">
      <div className="mx-auto max-w-[68ch]">
        <h1 className="mt-8 font-serif text-4xl/tight font-semibold tracking-tight">{texts.title}</h1>
        <p className="mt-4 font-serif text-lg/relaxed text-muted">{texts.lead}</p>
        <Section id="steps" title={texts.steps}>
          <ol className="grid list-decimal gap-3 ps-5 font-serif text-lg/relaxed marker:font-sans marker:text-base marker:text-muted">
            {steps.map((step) => (
              <li key={step} className="ps-2">
                {step}
              </li>
            ))}
          </ol>
        </Section>
        <Section id="ratings" title={texts.ratings}>
          <RatingDefinitions ratings={ratings} />
        </Section>
        {problems.length > 0 && (
          <Section id="problems" title={texts.problems}>
            <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-[11rem_1fr]">
              {problems.map(({ key, label, definition, lang }) => (
                <div key={key} className="contents">
                  <dt className="font-medium" lang={lang}>
                    {label}
                  </dt>
                  <dd className="font-serif text-lg/relaxed" lang={lang} dir="auto">
                    {definition}
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
        )}
        {policies.map((policy) => (
          <PolicySection key={policy.key} policy={policy} words={words} format={format} />
        ))}
        {introduced.length > 0 && (
          <Section id="introduced" title={texts.introduced}>
            <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-[11rem_1fr]">
              {introduced.map(({ name, bio }) => (
                <div key={name + bio} className="contents">
                  <dt className="font-medium wrap-anywhere">
                    <bdi>{name}</bdi>
                  </dt>
                  <dd className="font-serif text-lg/relaxed wrap-anywhere whitespace-pre-line" dir="auto">
                    {bio}
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
        )}
        {earlier.length > 0 && (
          <Section id="earlier-ratings" title={texts.earlier}>
            <p className="mb-5 text-muted">{texts.earlierText}</p>
            <RatingDefinitions ratings={earlier} taken={ratings.map(({ key }) => key)} />
          </Section>
        )}
      </div>
    </PublicShell>
  );
}
