import { defaultTreeAdapter as tree, html, parse, type DefaultTreeAdapterTypes } from 'parse5';

/** An element that takes part in the page: not in a comment, a `<noscript>` or an inert `<template>`. */
export interface LiveElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text directly inside. */
  readonly text: string;
  /** Position in the document, from 1. */
  readonly order: number;
  /** Equal for the elements of one tree: the document, or one declarative shadow root. Style sheets apply within one. */
  readonly scope: number;
  /** The nearest `lang`, its own or that of an element around it, also outside shadow roots; null without one. */
  readonly lang: string | null;
  readonly isInHead: boolean;
}

interface Place {
  readonly scope: number;
  readonly lang: string | null;
  readonly isInHead: boolean;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The live HTML elements of a page, in document order. */
export function walkHtml(source: string): readonly LiveElement[] {
  const found: LiveElement[] = [];
  let scopes = 0;
  const waiting: { readonly node: Node; readonly place: Place }[] = [];
  // A stack instead of recursion: a page may be nested more deeply than the call stack.
  const waitFor = (nodes: readonly Node[], place: Place) => {
    for (const node of [...nodes].reverse()) waiting.push({ node, place });
  };
  waitFor(parse(source, { scriptingEnabled: true }).childNodes, { scope: 0, lang: null, isInHead: false });

  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, place } = next;
    if (!tree.isElementNode(node)) continue;
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    if (isTemplate(node)) {
      if (/^(open|closed)$/i.test(attributes.get('shadowrootmode') ?? ''))
        waitFor(node.content.childNodes, { ...place, scope: ++scopes });
      continue;
    }
    const lang = attributes.get('lang') ?? place.lang;
    const isInHead = place.isInHead || node.tagName === 'head';
    if (node.namespaceURI === html.NS.HTML)
      found.push({
        name: node.tagName,
        attributes,
        text: textOf(node),
        order: found.length + 1,
        scope: place.scope,
        lang,
        isInHead,
      });
    waitFor(node.childNodes, { scope: place.scope, lang, isInHead });
  }
  return found;
}

const isTemplate = (node: Element): node is DefaultTreeAdapterTypes.Template =>
  node.tagName === 'template' && 'content' in node;

const textOf = (node: Element): string =>
  node.childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('');
