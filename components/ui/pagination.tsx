import { LinkButton } from "./button.tsx";

/** The way to the next page of a list. Not asked for ahead, as views of one page are not (tabs.tsx). */
export function NextPage({ href, label }: { href: string; label: string }) {
  return (
    <nav aria-label={label} className="flex justify-center py-8 print:hidden">
      <LinkButton href={href} prefetch={false}>
        {label}
      </LinkButton>
    </nav>
  );
}
