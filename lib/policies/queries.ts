import { type Db, db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { POLICY_KEYS, type PolicyKey } from "./values.ts";

/** A policy as it stands. */
export type Policy = {
  key: PolicyKey;
  /** 0 while nobody has written any. */
  version: number;
  /** Markdown; empty when there is none. */
  text: string;
  savedAt: Date | null;
};

/** Every policy as it stands, in the order readers get them. */
export async function listPolicies(on: Db = db): Promise<Policy[]> {
  const rows = await on.policyVersion.findMany({
    distinct: ["key"],
    orderBy: [{ key: "asc" }, { version: "desc" }],
    select: { key: true, version: true, text: true, savedAt: true },
  });
  return POLICY_KEYS.map(
    (key) => rows.find((row) => row.key === key) ?? { key, version: 0, text: "", savedAt: null },
  );
}

/** A policy in another language as the desk sees it. */
export type PolicyTranslation = {
  key: PolicyKey;
  version: number;
  /** Markdown; empty when it was taken back. */
  text: string;
  savedAt: Date;
  translatorName: string;
  /** The version of the policy that it says. */
  originalVersion: number;
};

/** Every policy that was ever said in a language, as it stands there. */
export async function listPolicyTranslations(language: Language): Promise<PolicyTranslation[]> {
  const rows = await db.policyTranslation.findMany({
    where: { language },
    distinct: ["key"],
    orderBy: [{ key: "asc" }, { version: "desc" }],
    select: {
      ...{ key: true, version: true, text: true, savedAt: true, originalVersion: true },
      savedBy: { select: { name: true } },
    },
  });
  return rows.map(({ savedBy, ...row }) => ({ ...row, translatorName: savedBy.name }));
}

/** Whether readers get a translation of this policy. */
export function isShown(
  translation: Pick<PolicyTranslation, "text" | "originalVersion"> | null,
  policy: Pick<Policy, "version" | "text">,
): boolean {
  return (
    translation !== null &&
    translation.text !== "" &&
    policy.text !== "" &&
    translation.originalVersion === policy.version
  );
}

/** A policy as readers of a page get it. */
export type PolicyIn = Policy & {
  /** The language of its words, where it is not the page's. */
  lang?: Language;
};

/** Every policy as readers of a language get it: the original, which is in `own`, where there is no translation of it. */
export async function listPoliciesIn(asked: Language | null, own: Language): Promise<PolicyIn[]> {
  const [policies, translations] = await Promise.all([
    listPolicies(),
    asked === null ? [] : listPolicyTranslations(asked),
  ]);
  if (asked === null) return policies;
  return policies.map((policy) => {
    const translation = translations.find(({ key }) => key === policy.key) ?? null;
    if (translation === null || !isShown(translation, policy)) return { ...policy, lang: own };
    return { ...policy, text: translation.text };
  });
}
