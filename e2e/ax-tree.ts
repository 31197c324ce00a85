import type { Page } from "@playwright/test";

// Chromium's own accessibility tree: what is handed to screen readers, whatever the markup says.

/** One node that screen readers meet. `element`: Chromium's number of the element it stands for. */
export type AxNode = {
  role: string;
  name: string;
  description: string;
  element: number | undefined;
  isFocusable: boolean;
  /** The elements that say more about it. */
  details: readonly number[];
  ancestors: readonly AxNode[];
};

/** All nodes of the page, in reading order. */
export async function readTree(page: Page): Promise<AxNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read: AxNode[] = [];
  const visit = (id: string, ancestors: readonly AxNode[]): void => {
    const raw = byId.get(id);
    if (raw === undefined) return;
    const property = (name: string) => raw.properties?.find((candidate) => candidate.name === name)?.value;
    const node: AxNode = {
      role: String(raw.role?.value ?? ""),
      name: String(raw.name?.value ?? ""),
      description: String(raw.description?.value ?? ""),
      element: raw.backendDOMNodeId,
      isFocusable: property("focusable")?.value === true,
      details: (property("details")?.relatedNodes ?? []).map(({ backendDOMNodeId }) => backendDOMNodeId),
      ancestors,
    };
    if (!raw.ignored) read.push(node);
    for (const child of raw.childIds ?? []) visit(child, raw.ignored ? ancestors : [...ancestors, node]);
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  if (root) visit(root.nodeId, []);
  return read;
}

/** What stands below a node. */
export const inside = (tree: readonly AxNode[], node: AxNode): AxNode[] =>
  tree.filter(({ ancestors }) => ancestors.includes(node));

/** The words read out below a node, one after the other. */
export const wordsIn = (tree: readonly AxNode[], node: AxNode): string =>
  inside(tree, node)
    .filter(({ role }) => role === "StaticText")
    .map(({ name }) => name)
    .join(" ");

/** What the Tab key or an assistive tool can go to and that has no name, as markup. */
export async function unnamedStops(page: Page, tree: readonly AxNode[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const unnamed = tree.filter((node) => node.isFocusable && node.name.trim() === "" && node.element);
  const found: string[] = [];
  for (const { element = 0, role } of unnamed) {
    const { node } = await session.send("DOM.describeNode", { backendNodeId: element });
    const attributes = (node.attributes ?? []).join(" ");
    // What only takes the focus when it is given it is no place to stop at.
    if (!/tabindex -1( |$)/.test(attributes)) found.push(`${role}: <${node.localName} ${attributes}>`);
  }
  await session.detach();
  return found;
}
