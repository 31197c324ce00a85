"use client";

import { useRef } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { DateField, TextArea, TextField } from "#components/ui/text-field.tsx";
import { CLAIM_LIMITS, CLAIMANT_KINDS, type ClaimantKind, type ClaimState } from "#lib/claims/values.ts";
import { CheckedBefore } from "./checked-before.tsx";
import { NameField } from "./name-field.tsx";

/** What a person writes of a claim. Days are `YYYY-MM-DD`. */
export type ClaimDetails = {
  statement: string;
  claimantName: string | null;
  claimantKind: ClaimantKind | null;
  saidOn: string | null;
  saidWhere: string | null;
  topics: readonly string[];
};

/** The statement, who said it when and where, its topics, and earlier claims that say nearly the same. */
export function ClaimFields({
  initial,
  claim = null,
}: {
  initial: ClaimDetails;
  /** The claim that is being changed; null for a new one. */
  claim?: { id: string; state: ClaimState } | null;
}) {
  const { claims, common } = useWords();
  const words = claims.fields;
  const place = useRef<HTMLDivElement>(null);
  const isDetailed = Boolean(initial.saidOn || initial.saidWhere || initial.topics.length > 0);
  return (
    <div className="space-y-4">
      <TextArea
        name="statement"
        label={words.statement}
        hint={words.statementHint}
        limit={CLAIM_LIMITS.statement}
        defaultValue={initial.statement}
        dir="auto"
      />
      <CheckedBefore
        exceptId={claim?.id ?? null}
        mayDismiss={claim === null || claim.state === "draft" || claim.state === "queued"}
      />
      <div ref={place} className="grid grid-cols-[1fr_8.5rem] gap-3">
        <NameField
          of="claimants"
          name="claimantName"
          label={words.claimantName}
          defaultValue={initial.claimantName ?? ""}
          onChoose={({ kind }) => kind && chooseKind(place.current, kind)}
          optional
        />
        <SelectField
          name="claimantKind"
          label={words.claimantKind}
          options={CLAIMANT_KINDS.map((kind) => ({ value: kind, label: common.claimantKinds[kind] }))}
          defaultValue={initial.claimantKind ?? "person"}
        />
      </div>
      <Disclosure summary={words.details} open={isDetailed}>
        <div className="space-y-4">
          <DateField name="saidOn" label={words.saidOn} defaultValue={initial.saidOn ?? ""} optional />
          <TextField
            name="saidWhere"
            label={words.saidWhere}
            hint={words.saidWhereHint}
            limit={CLAIM_LIMITS.place}
            defaultValue={initial.saidWhere ?? ""}
            autoComplete="off"
            dir="auto"
            optional
          />
          <NameField
            of="topics"
            isList
            name="topics"
            label={words.topics}
            hint={words.topicsHint}
            defaultValue={initial.topics.join(", ")}
            optional
          />
        </div>
      </Disclosure>
    </div>
  );
}

/** A claimant the desk knows keeps the kind they have. */
function chooseKind(place: HTMLElement | null, kind: ClaimantKind): void {
  const select = place?.querySelector("select");
  if (!select) return;
  select.value = kind;
  select.dispatchEvent(new Event("input", { bubbles: true }));
}
