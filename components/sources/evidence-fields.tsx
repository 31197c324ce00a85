import { CircleCheck, CircleX, Info } from "lucide-react";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { DateField, TextArea, TextField } from "#components/ui/text-field.tsx";
import type { EvidenceItem } from "#lib/claims/claim-detail.ts";
import type { Words } from "#lib/i18n/words.ts";
import { SOURCE_KINDS, SOURCE_LIMITS, STANCES, VISIBILITIES } from "#lib/sources/values.ts";
import { DocumentField } from "./document-field.tsx";
import { MoreFields } from "./more-fields.tsx";
import { SourceField } from "./source-field.tsx";

type Props = { item?: EvidenceItem | undefined; words: Words };

/** What a source is and what it says of the claim: what matters first, the rest behind a disclosure. */
export function EvidenceFields({ item, words }: Props) {
  return (
    <div className="grid gap-5">
      <SourceFields item={item} words={words} />
      <StanceFields item={item} words={words} />
      <RareFields item={item} words={words} />
    </div>
  );
}

function SourceFields({ item, words }: Props) {
  const labels = words.claims.fields;
  const kinds = SOURCE_KINDS.map((kind) => ({
    value: kind,
    label: `${words.common.sourceKinds[kind]}${words.common.colon}${words.claims.evidence.kindHints[kind]}`,
  }));
  return (
    <>
      <SourceField
        name="url"
        type="url"
        inputMode="url"
        label={labels.url}
        hint={words.claims.evidence.urlHint}
        defaultValue={item?.source.url ?? undefined}
        optional
      />
      {item === undefined && <DocumentField />}
      <SourceField
        name="title"
        label={labels.title}
        hint={words.claims.evidence.titleHint}
        defaultValue={item?.source.title}
        limit={SOURCE_LIMITS.title}
        optional
        dir="auto"
      />
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <TextField
          name="publisher"
          label={labels.publisher}
          defaultValue={item?.source.publisher ?? undefined}
          limit={SOURCE_LIMITS.name}
          optional
          dir="auto"
        />
        <DateField
          name="publishedOn"
          label={labels.publishedOn}
          defaultValue={item?.source.publishedOn ?? undefined}
          optional
        />
      </div>
      <SelectField
        name="kind"
        label={labels.kind}
        options={kinds}
        defaultValue={item?.source.kind ?? "secondary"}
      />
    </>
  );
}

const STANCE_LOOKS = {
  supports: { tone: "true", icon: <CircleCheck aria-hidden className="size-4.5" /> },
  refutes: { tone: "false", icon: <CircleX aria-hidden className="size-4.5" /> },
  context: { tone: "unverified", icon: <Info aria-hidden className="size-4.5" /> },
} as const;

function StanceFields({ item, words }: Props) {
  const labels = words.claims.fields;
  const stances = STANCES.map((stance) => ({
    value: stance,
    label: words.common.stances[stance],
    ...STANCE_LOOKS[stance],
  }));
  return (
    <>
      <RadioCards
        name="stance"
        label={labels.stance}
        options={stances}
        defaultValue={item?.stance}
        layout="tiles"
      />
      <TextArea
        name="quote"
        label={labels.quote}
        hint={words.claims.evidence.quoteHint}
        defaultValue={item?.quote ?? undefined}
        limit={SOURCE_LIMITS.quote}
        optional
        dir="auto"
      />
    </>
  );
}

const RARE = ["author", "note", "archiveUrl", "noSnapshotReason", "visibility", "interests"] as const;

function RareFields({ item, words }: Props) {
  const labels = words.claims.fields;
  const texts = words.claims.evidence;
  const visibilities = VISIBILITIES.map((value) => ({ value, label: texts.visibilities[value] }));
  const isUsed = Boolean(
    item?.note || item?.archiveUrl || item?.noSnapshotReason || item?.visibility === "confidential",
  );
  return (
    <MoreFields summary={texts.more} names={RARE} open={isUsed}>
      <TextField
        name="archiveUrl"
        type="url"
        inputMode="url"
        label={labels.archiveUrl}
        hint={texts.archiveHint}
        defaultValue={item?.archiveUrl ?? undefined}
        optional
        autoComplete="off"
      />
      <TextField
        name="noSnapshotReason"
        label={labels.noSnapshotReason}
        hint={texts.noSnapshotHint}
        defaultValue={item?.noSnapshotReason ?? undefined}
        limit={SOURCE_LIMITS.note}
        optional
        dir="auto"
      />
      <TextField
        name="author"
        label={labels.author}
        defaultValue={item?.source.author ?? undefined}
        limit={SOURCE_LIMITS.name}
        optional
        dir="auto"
      />
      <TextArea
        name="note"
        label={labels.note}
        hint={texts.noteHint}
        defaultValue={item?.note ?? undefined}
        limit={SOURCE_LIMITS.note}
        rows={2}
        optional
        dir="auto"
      />
      <TextField
        name="interests"
        label={labels.interests}
        hint={texts.interestsHint}
        defaultValue={item?.source.interests ?? undefined}
        limit={SOURCE_LIMITS.note}
        optional
        dir="auto"
      />
      <SelectField
        name="visibility"
        label={labels.visibility}
        options={visibilities}
        defaultValue={item?.visibility ?? "public"}
      />
    </MoreFields>
  );
}
