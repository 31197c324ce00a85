import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

export type MessageTone = "info" | "success" | "warning" | "error";

const LOOKS = {
  info: { icon: Info, className: "border-accent/30 bg-accent-soft", iconClass: "text-accent" },
  success: { icon: CircleCheck, className: "border-true/30 bg-true-tint/60", iconClass: "text-true" },
  warning: { icon: TriangleAlert, className: "border-mixed/35 bg-mixed-tint/60", iconClass: "text-mixed" },
  error: { icon: CircleAlert, className: "border-false/35 bg-false-tint/60", iconClass: "text-false" },
} as const;

/** A note in the page. Errors are announced when they appear. */
export function Message({
  tone = "info",
  title,
  className,
  children,
  ...props
}: { tone?: MessageTone; title?: string } & Omit<ComponentProps<"div">, "title">) {
  const look = LOOKS[tone];
  const Icon = look.icon;
  return (
    <div
      role={tone === "error" ? "alert" : undefined}
      {...props}
      className={classNames("flex gap-3 rounded-lg border px-4 py-3 text-ink", look.className, className)}
    >
      <Icon aria-hidden className={classNames("mt-0.5 size-4.5 shrink-0", look.iconClass)} />
      <div className="min-w-0 space-y-1 text-pretty wrap-break-word">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
