"use client";

import { Menu } from "@base-ui/react/menu";
import type { ReactNode } from "react";

type MenuItemProps = { icon?: ReactNode; onSelect: () => void; children: ReactNode };

/** One thing to choose in a menu. */
export function MenuItem({ icon, onSelect, children }: MenuItemProps) {
  return (
    <Menu.Item
      className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-11"
      onClick={onSelect}
    >
      {icon}
      {children}
    </Menu.Item>
  );
}
