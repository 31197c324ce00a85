import type { ReactNode } from "react";

/** Says what will be here and offers the one next step. */
export function EmptyState({
  title,
  icon,
  action,
  children,
}: {
  title: string;
  icon?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-16 text-center">
      {icon && (
        <div aria-hidden className="mb-5 grid size-12 place-items-center rounded-full bg-chip text-muted">
          {icon}
        </div>
      )}
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      {children && <div className="mt-2 text-pretty text-muted">{children}</div>}
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
