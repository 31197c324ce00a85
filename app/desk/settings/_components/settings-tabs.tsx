import { TabLinks } from "#components/ui/tabs.tsx";
import type { Words } from "#lib/i18n/words.ts";

const PAGES = {
  newsroom: "/desk/settings",
  ratings: "/desk/settings/ratings",
  policies: "/desk/settings/policies",
  checks: "/desk/settings/checks",
  people: "/desk/settings/people",
} as const;
const TABS = ["newsroom", "ratings", "policies", "checks", "people"] as const;

/** The pages of the newsroom's settings. */
export function SettingsTabs({ current, words }: { current: keyof typeof PAGES; words: Words }) {
  const texts = words.scales.tabs;
  return (
    <div className="border-b border-line px-3 py-1 desk:px-6">
      <TabLinks
        label={texts.label}
        tabs={TABS.map((tab) => ({ href: PAGES[tab], label: texts[tab], current: tab === current }))}
      />
    </div>
  );
}
