import Link from "next/link";
import { buttonStyle } from "#components/ui/button-style.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { DemoMember } from "#lib/members/queries.ts";
import { DEMO_SIGN_IN } from "#lib/members/schema.ts";

type DemoSignInsProps = {
  words: Words;
  members: readonly DemoMember[];
  chosen: DemoMember | null;
  from: string;
};

/** Who can sign in to the demo. "Use" is a link to this page with the form filled in, so it needs no script. */
export function DemoSignIns({ words, members, chosen, from }: DemoSignInsProps) {
  const { demo } = words.auth;
  const address = (email: string) => `/login?${new URLSearchParams({ ...(from && { from }), as: email })}`;
  return (
    <section
      aria-labelledby="demo"
      className="mt-8 rounded-lg border border-mixed/35 bg-mixed-tint px-4 pt-4 pb-2 sm:px-5"
    >
      <h2 id="demo" className="font-semibold">
        {demo.title}
      </h2>
      <p className="mt-1 text-sm text-pretty">
        {demo.lead} <code className="font-semibold">{DEMO_SIGN_IN.password}</code>
      </p>
      <ul className="mt-2 divide-y divide-mixed/20">
        {members.map(({ name, email, role }) => (
          <li key={email} className="flex items-center gap-3 py-2">
            <div className="min-w-0 flex-1 text-sm">
              <p className="truncate">
                <bdi className="font-medium">{name}</bdi>
                {words.common.comma}
                {words.common.roles[role]}
              </p>
              <p dir="ltr" className="truncate text-muted rtl:text-end">
                {email}
              </p>
            </div>
            <Link
              href={address(email)}
              scroll={false}
              replace
              aria-label={fill(demo.useAs, { name })}
              aria-current={email === chosen?.email ? "true" : undefined}
              className={buttonStyle({ size: "sm" })}
            >
              {demo.use}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
