/** What became of keeping a copy. `linked` ones, addresses of archives, are told apart before anybody sees a state. */
export const COPY_STATES = ["waiting", "kept", "failed"] as const;
export type CopyState = (typeof COPY_STATES)[number];

/** Pictures that are shown as what they are; of every other file only its text. */
const PICTURE_TYPES: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
]);

/** What kind of thing a file is, by the type it was kept with. */
export const FILE_FORMS = ["pdf", "picture", "page", "text", "office", "other"] as const;
export type FileForm = (typeof FILE_FORMS)[number];

export function formOf(contentType: string | null): FileForm {
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type === "application/pdf") return "pdf";
  if (PICTURE_TYPES.has(type)) return "picture";
  if (type === "text/html" || type === "application/xhtml+xml") return "page";
  if (type.startsWith("text/")) return "text";
  return /msword|ms-excel|ms-powerpoint|officedocument|opendocument|rtf|epub/.test(type) ? "office" : "other";
}

/** In bytes: reports with their pictures have some ten million. */
export const MAX_SNAPSHOT_BYTES = 25_000_000;
