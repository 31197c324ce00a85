import { Disclosure } from "#components/ui/disclosure.tsx";
import type { PublicLink, PublicRecord } from "#lib/audit/public-record.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import { RecordCheck } from "./record-check.tsx";
import { Section } from "./section.tsx";

type Props = { record: PublicRecord; words: Words; format: Format; locale: string };

/** As many links as the page lists; the file has all. */
const MOST_ON_PAGE = 100;

/** What readers can check of a claim's history, and how. */
export function PublicRecordView({ record, words, format, locale }: Props) {
  const texts = words.publicSite.proof;
  const { head, links, events } = record;
  const file = `/claims/${record.claim}/record.json`;
  const listed = links.slice(-MOST_ON_PAGE);
  return (
    <article className="mx-auto max-w-[68ch]">
      <h1 className="mt-8 font-serif text-4xl/tight font-semibold tracking-tight">{texts.title}</h1>
      <p className="mt-4 font-serif text-lg/relaxed text-pretty">{texts.lead}</p>
      <p className="mt-3 flex flex-wrap gap-x-6">
        <a href={`/claims/${record.claim}`} className="inline-flex min-h-11 items-center">
          {texts.back}
        </a>
        <a href={file} className="inline-flex min-h-11 items-center">
          {texts.file}
        </a>
        <a href="/audit/heads.json" className="inline-flex min-h-11 items-center">
          {texts.heads}
        </a>
      </p>
      <RecordCheck claim={record.claim} texts={texts.check} />
      <Section id="proves" title={texts.provesTitle}>
        <p className="font-serif text-lg/relaxed text-pretty">{texts.proves}</p>
        <p className="mt-3 font-serif text-lg/relaxed text-pretty">{texts.provesNot}</p>
      </Section>
      <Section id="signature" title={texts.headTitle}>
        {head ? (
          <>
            <p className="mb-3">
              {fill(texts.head, { time: format.dateTime(new Date(head.at)), number: head.length })}
            </p>
            <Values
              values={[
                [texts.hash, head.hash],
                [texts.signature, head.signature],
                [texts.key, head.key],
              ]}
            />
          </>
        ) : (
          <p>{texts.noHead}</p>
        )}
      </Section>
      <Section id="events" title={texts.eventsTitle}>
        {record.omitted > 0 && <p className="mb-3 text-sm text-muted">{texts.omitted}</p>}
        <ol className="grid gap-6">
          {events.map((event) => (
            <li key={event.number}>
              <p className="mb-1 font-medium">
                {fill(texts.event, { number: event.number, what: texts.actions[event.action] })}{" "}
                <span className="font-normal text-muted">{format.dateTime(new Date(event.at))}</span>
              </p>
              <Values
                values={[
                  [texts.eventText, event.event],
                  [texts.dataText, event.data ?? texts.hidden],
                ]}
              />
            </li>
          ))}
        </ol>
      </Section>
      <Section id="steps" title={texts.stepsTitle}>
        <ol className="grid list-decimal gap-3 ps-5">
          {[texts.step1, texts.step2, texts.step3, texts.step4].map((step) => (
            <li key={step} className="ps-2">
              {step}
            </li>
          ))}
        </ol>
        <pre
          className="mt-4 rounded-md border border-line bg-raised p-4 text-xs/5 whitespace-pre-wrap wrap-anywhere"
          dir="ltr"
        >
          <code>{COMMANDS}</code>
        </pre>
      </Section>
      <Section id="links" title={texts.linksTitle}>
        <p className="mb-4 text-sm text-muted">{texts.linksText}</p>
        {listed.length < links.length && <p className="mb-4 text-sm text-muted">{texts.more}</p>}
        <Disclosure summary={plural(locale, texts.linksCount, listed.length)}>
          <ol className="mt-3 grid gap-5">
            {listed.map((link) => (
              <li key={link.number}>
                <Link link={link} texts={texts} />
              </li>
            ))}
          </ol>
        </Disclosure>
      </Section>
    </article>
  );
}

function Link({ link, texts }: { link: PublicLink; texts: Words["publicSite"]["proof"] }) {
  return (
    <>
      <p className="mb-1 font-medium">{fill(texts.link, { number: link.number })}</p>
      <Values
        values={[
          [texts.previous, link.previous],
          [texts.digest, link.digest],
          [texts.hash, link.hash],
        ]}
      />
    </>
  );
}

function Values({ values }: { values: [string, string][] }) {
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[9rem_1fr]">
      {values.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="font-mono text-xs/5 wrap-anywhere" dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a terminal takes: for the first event, its link and the head. */
const COMMANDS = `jq -j '.events[0].event' record.json | sha256sum
jq -j '.events[0].data' record.json | sha256sum
jq -j '.links[0] | .previous + .digest' record.json | xxd -r -p | sha256sum
jq -r '.head.key' record.json | base64 -d > key.der
jq -r '.head.signature' record.json | base64 -d > signature.bin
jq -j '.signed' record.json > signed.txt
openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in signed.txt -sigfile signature.bin`;
