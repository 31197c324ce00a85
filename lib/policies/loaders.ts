import "server-only";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { listOffered } from "#lib/translations/queries.ts";
import {
  isShown,
  listPolicies,
  listPolicyTranslations,
  type Policy,
  type PolicyTranslation,
} from "./queries.ts";

/** One language readers may choose, and what there is of a policy in it. */
export type PolicySlot = { language: Language; translation: PolicyTranslation | null; isShown: boolean };

/** The newsroom's policies with what there is of each in other languages, for those who write them. */
export async function loadPolicies(): Promise<{
  actor: Actor;
  policies: (Policy & { slots: PolicySlot[] })[];
}> {
  const actor = await requireActor("policies.edit");
  const [policies, offered] = await Promise.all([listPolicies(), listOffered()]);
  const translated = await Promise.all(
    offered.map(async (language) => ({ language, translations: await listPolicyTranslations(language) })),
  );
  const slotsOf = (policy: Policy): PolicySlot[] =>
    translated.map(({ language, translations }) => {
      const translation = translations.find(({ key }) => key === policy.key) ?? null;
      return { language, translation, isShown: isShown(translation, policy) };
    });
  return { actor, policies: policies.map((policy) => ({ ...policy, slots: slotsOf(policy) })) };
}
