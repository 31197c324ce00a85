import Link from "next/link";
import { Avatar } from "#components/ui/avatar.tsx";
import { Chip } from "#components/ui/badge.tsx";
import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { MemberListItem } from "#lib/members/queries.ts";

type MemberTableProps = {
  members: readonly MemberListItem[];
  actorId: string;
  words: Words;
  format: Format;
  now: Date;
};

/** Who is in the newsroom. The name leads to the page where they are changed. */
export function MemberTable({ members, actorId, words, format, now }: MemberTableProps) {
  const { list } = words.members;
  return (
    <table className="w-full table-fixed border-collapse text-start">
      <thead>
        <tr className="border-b border-line text-sm text-muted">
          <th scope="col" className="py-2 text-start font-medium">
            {list.name}
          </th>
          <th scope="col" className="w-24 py-2 ps-3 text-start font-medium sm:w-32">
            {list.role}
          </th>
          <th scope="col" className="hidden w-44 py-2 ps-3 text-start font-medium sm:table-cell">
            {list.lastSeen}
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id} className="border-b border-line">
            <td className="py-3">
              <MemberName member={member} isYou={member.id === actorId} words={list} />
            </td>
            <td className="py-3 ps-3">{words.common.roles[member.role]}</td>
            <td className="hidden py-3 ps-3 text-muted sm:table-cell">
              {member.lastSeenAt ? format.since(member.lastSeenAt, now) : list.never}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type MemberNameProps = { member: MemberListItem; isYou: boolean; words: Words["members"]["list"] };

function MemberName({ member, isYou, words }: MemberNameProps) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar name={member.name} />
      <div className="min-w-0">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/desk/settings/members/${member.id}`}
            dir="auto"
            className="min-w-0 truncate font-medium"
            title={member.name}
          >
            {member.name}
          </Link>
          {isYou && <Chip>{words.you}</Chip>}
          {member.disabledAt && <Chip>{words.disabled}</Chip>}
        </p>
        <p dir="ltr" className="truncate text-sm text-muted rtl:text-end" title={member.email}>
          {member.email}
        </p>
      </div>
    </div>
  );
}
