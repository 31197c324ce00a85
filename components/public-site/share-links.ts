type Shared = { text: string; url: string };

const queryOf = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join("&");

/** Addresses that pass a page on: plain links, so that nobody learns of a reader who does not follow one. */
export function shareLinks({ text, url }: Shared): { name: string; href: string }[] {
  const both = `${text} ${url}`;
  return [
    { name: "email", href: `mailto:?${queryOf({ subject: text, body: both })}` },
    { name: "Bluesky", href: `https://bsky.app/intent/compose?${queryOf({ text: both })}` },
    { name: "Facebook", href: `https://www.facebook.com/sharer/sharer.php?${queryOf({ u: url })}` },
    { name: "WhatsApp", href: `https://wa.me/?${queryOf({ text: both })}` },
    { name: "X", href: `https://x.com/intent/post?${queryOf({ text, url })}` },
  ];
}
