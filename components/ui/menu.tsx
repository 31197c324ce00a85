"use client";

import { Menu as Base } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** Things to do, behind one button. Arrow keys, first letters, Escape. */
export function Menu({
  trigger,
  align = "end",
  children,
}: {
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  children: ReactNode;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-50 outline-none">
          <Base.Popup className="popup max-h-(--available-height) min-w-44 overflow-y-auto p-1">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuItemProps = { icon?: ReactNode; danger?: boolean; disabled?: boolean; children: ReactNode } & (
  | { href: string; onSelect?: never }
  | { href?: never; onSelect: () => void }
);

/** One thing to do, or one place to go. */
export function MenuItem({
  icon,
  danger = false,
  disabled = false,
  href,
  onSelect,
  children,
}: MenuItemProps) {
  const className = classNames(
    "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 no-underline outline-none select-none data-disabled:cursor-default data-disabled:text-faint data-highlighted:bg-hover pointer-coarse:min-h-11",
    danger && "text-false",
  );
  const content = (
    <>
      {icon}
      {children}
    </>
  );
  return href === undefined ? (
    <Base.Item className={className} disabled={disabled} onClick={onSelect}>
      {content}
    </Base.Item>
  ) : (
    <Base.LinkItem className={className} closeOnClick render={<Link href={href} />}>
      {content}
    </Base.LinkItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-1 my-1 h-px bg-line" />;
}
