import { isValidElement, type ReactNode } from "react";

/** What a page's server components come to, as text: layouts and proxy stand aside, so that each page answers for itself. */
export async function drawPage(Page: (props: never) => unknown, props: object): Promise<string> {
  return textOf(await Page(props as never));
}

async function textOf(given: unknown): Promise<string> {
  const node = await (given as ReactNode | Promise<ReactNode>);
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return (await Promise.all(node.map(textOf))).join(" ");
  if (!isValidElement<{ children?: ReactNode }>(node)) return "";
  if (typeof node.type !== "function") return textOf(node.props.children);
  try {
    return await textOf(await (node.type as (props: object) => unknown)(node.props));
  } catch (error) {
    if (error instanceof Error && "digest" in error) throw error;
    // It needs hooks: a part for the browser.
    return textOf(node.props.children);
  }
}
