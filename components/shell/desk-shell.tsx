import {
  Bell,
  BookOpenCheck,
  ChartColumn,
  FileText,
  FileWarning,
  Globe,
  Inbox,
  Keyboard,
  KeyRound,
  Library,
  ListChecks,
  LogOut,
  type LucideIcon,
  MailQuestion,
  Menu,
  Quote,
  Rss,
  ScrollText,
  Settings,
  Unlink,
  Users,
  Webhook,
} from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { NotificationBadge } from "#components/notifications/notification-badge.tsx";
import { PaletteButton } from "#components/palette/palette-button.tsx";
import { QueueBadge } from "#components/reviews/queue-badge.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { plural, type Words } from "#lib/i18n/words.ts";
import { deskNav, type NavCounts, type NavIcon, type NavItem } from "./desk-nav.ts";
import { Logo } from "./logo.tsx";
import { NavLink } from "./nav-link.tsx";
import { SkipLink } from "./skip-link.tsx";
import { ThemeStyle } from "./theme-switch.tsx";

type DeskShellProps = {
  words: Words;
  locale: string;
  newsroomName: string;
  actor: Actor;
  counts?: NavCounts;
  signOut: (form: FormData) => Promise<void>;
  children: ReactNode;
};

/** The desk's frame: navigation at the side, on phones behind a button on top. Draws only; it is not the gate. */
export function DeskShell({
  words,
  locale,
  newsroomName,
  actor,
  counts = {},
  signOut,
  children,
}: DeskShellProps) {
  const groups = deskNav({ words, role: actor.role, counts });
  return (
    <div className="min-h-dvh desk:grid desk:grid-cols-[13rem_minmax(0,1fr)] print:block">
      <ThemeStyle />
      <SkipLink label={words.common.nav.skip} />
      <header className="sticky top-0 z-30 flex h-14 items-center justify-between border-b border-line bg-sunken ps-4 pe-2 desk:hidden print:hidden">
        <Brand newsroomName={newsroomName} />
        <div className="flex">
          <PaletteButton isIcon />
          <button
            type="button"
            popoverTarget="desk-menu"
            aria-label={words.common.nav.menu}
            className="grid size-11 cursor-pointer place-items-center rounded-md hover:bg-hover"
          >
            <Menu aria-hidden className="size-5" />
          </button>
        </div>
      </header>
      {/* One element for both: in the page when there is room, otherwise a popover, which needs no script. */}
      <nav id="desk-menu" popover="auto" aria-label={words.common.deskNav.label} className="desk-menu">
        <Brand newsroomName={newsroomName} />
        <div className="mt-4 max-desk:hidden">
          <PaletteButton />
        </div>
        <div className="mt-4 flex flex-col gap-4">
          {groups.map((items, index) => (
            <NavGroup key={items[0]?.href} items={items} words={words} locale={locale} first={index === 0} />
          ))}
        </div>
        <Account words={words} actor={actor} signOut={signOut} />
      </nav>
      <main id="main" tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </main>
    </div>
  );
}

function Brand({ newsroomName }: { newsroomName: string }) {
  return (
    <Link href="/desk" className="flex min-w-0 items-center gap-2.5 rounded-md px-1.5 py-1 no-underline">
      <Logo className="size-6 shrink-0" />
      <span
        className="truncate font-serif text-lg leading-tight font-semibold tracking-tight"
        title={newsroomName}
      >
        {newsroomName}
      </span>
    </Link>
  );
}

/** What is in one's hands, and what one is offered. */
const HANDS = ["mine"] as const;
const OFFERED = ["next", "second"] as const;
const SOURCE_TASKS = ["sourceTasks"] as const;
const TIPS = ["tips"] as const;

const ICONS = {
  work: Inbox,
  articles: FileText,
  feeds: Rss,
  queue: ListChecks,
  claims: Quote,
  sources: Library,
  repairs: Unlink,
  sourceTasks: FileWarning,
  policies: BookOpenCheck,
  audit: ScrollText,
  tips: MailQuestion,
  insights: ChartColumn,
  shortcuts: Keyboard,
  tokens: KeyRound,
  webhooks: Webhook,
  notifications: Bell,
  members: Users,
  settings: Settings,
  publicSite: Globe,
} as const satisfies Record<NavIcon, LucideIcon>;

function NavGroup({
  items,
  words,
  locale,
  first,
}: {
  items: readonly NavItem[];
  words: Words;
  locale: string;
  first: boolean;
}) {
  return (
    <ul className={classNames("flex flex-col gap-0.5", !first && "border-t border-line pt-4")}>
      {items.map((item) => {
        const Icon = ICONS[item.icon];
        return (
          <li key={item.href}>
            <NavLink href={item.href} exact={item.exact}>
              <Icon aria-hidden className="size-4 shrink-0" />
              <span className="min-w-0 flex-1 truncate">{item.label}</span>
              {item.icon === "notifications" && <NotificationBadge initial={item.count} />}
              {item.icon === "work" && <QueueBadge views={HANDS} initial={item.count} />}
              {item.icon === "queue" && <QueueBadge views={OFFERED} initial={item.count} />}
              {item.icon === "sourceTasks" && <QueueBadge views={SOURCE_TASKS} initial={item.count} />}
              {item.icon === "tips" && <QueueBadge views={TIPS} initial={item.count} />}
              {item.icon === "repairs" && item.count > 0 && (
                <span className="text-xs text-faint tabular-nums">
                  <span aria-hidden>{item.count}</span>
                  <span className="sr-only">{plural(locale, words.common.deskNav.count, item.count)}</span>
                </span>
              )}
            </NavLink>
          </li>
        );
      })}
    </ul>
  );
}

function Account({ words, actor, signOut }: Pick<DeskShellProps, "words" | "actor" | "signOut">) {
  return (
    <div className="mt-auto flex items-center gap-2.5 px-1.5 pt-6">
      <Link
        href="/desk/settings/account"
        className="flex min-w-0 flex-1 items-center gap-2.5 rounded-md no-underline hover:bg-hover pointer-coarse:min-h-11"
      >
        <Avatar name={actor.name} />
        <span className="min-w-0 flex-1 text-sm leading-snug">
          <span className="block truncate" title={actor.name}>
            {actor.name}
          </span>
          <span className="block text-xs text-faint">{words.common.roles[actor.role]}</span>
        </span>
      </Link>
      <form action={signOut}>
        <button
          type="submit"
          aria-label={words.common.nav.signOut}
          title={words.common.nav.signOut}
          className="grid size-8 cursor-pointer place-items-center rounded-md text-muted hover:bg-hover hover:text-ink pointer-coarse:size-11"
        >
          <LogOut aria-hidden className="size-4 rtl:-scale-x-100" />
        </button>
      </form>
    </div>
  );
}
