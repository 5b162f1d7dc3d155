import type { Page } from 'playwright-core';

/** Roles that a screen reader announces nothing for. */
const UNANNOUNCED = ['none', 'generic', 'paragraph', 'strong', 'InlineTextBox', 'RootWebArea'];
/** The properties that are announced beside a control's name. */
const ANNOUNCED = ['disabled', 'busy', 'expanded', 'modal', 'live', 'atomic', 'focused'];

interface Node {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly value?: string | number | boolean };
  }[];
  readonly childIds?: readonly string[];
}

/**
 * Chromium's accessibility tree of a page, one line for each announced node, in reading order: its role, its name in
 * quotes, its description in parentheses, then its announced properties.
 */
export async function accessibilityTree(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = (node: Node, within = ''): string[] => {
    const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
    return [...line(node, within), ...children.flatMap((child) => lines(child, text(node.name) || within))];
  };
  return nodes.filter(({ parentId }) => parentId === undefined).flatMap((root) => lines(root));
}

/** `within` is the name of the containing node, which its text need not repeat. */
function line({ ignored, role, name, description, properties = [] }: Node, within: string): string[] {
  const kind = text(role) === 'StaticText' ? 'text' : text(role);
  if (ignored || UNANNOUNCED.includes(kind) || (kind === 'text' && text(name) === within)) return [];
  const announced = ANNOUNCED.flatMap((wanted) => {
    const value = properties.find((property) => property.name === wanted)?.value.value;
    if (value === undefined || value === false || value === 'false') return [];
    return value === true || value === 1 ? wanted : `${wanted}=${value}`;
  });
  const described = text(description);
  const parts = [kind, text(name) && `"${text(name)}"`, described && `(${described})`, ...announced];
  return [parts.filter(Boolean).join(' ')];
}

const text = (field: { readonly value?: unknown } | undefined): string =>
  typeof field?.value === 'string' ? field.value : '';
