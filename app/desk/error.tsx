"use client";

import { ErrorNotice, type ErrorPageProps } from "#components/shell/error-notice.tsx";

/** Inside the desk's frame, so that the navigation stays. */
export default function DeskErrorPage(props: ErrorPageProps) {
  return <ErrorNotice {...props} home="/desk" />;
}
