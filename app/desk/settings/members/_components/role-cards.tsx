"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { ROLES, type Role } from "#lib/auth/policy.ts";

/** The four roles and what each adds. */
export function RoleCards({ defaultValue }: { defaultValue: Role }) {
  const words = useWords();
  return (
    <RadioCards
      label={words.members.list.role}
      name="role"
      options={ROLES.map((role) => ({
        value: role,
        label: words.common.roles[role],
        description: words.members.roleHints[role],
      }))}
      defaultValue={defaultValue}
    />
  );
}
