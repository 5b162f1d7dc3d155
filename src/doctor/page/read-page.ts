import type { FetchedPage } from './fetch-page.js';
import { parsePolicies, type Policy } from './csp/parse-policies.js';
import { readScripts, type PageScript } from './read-scripts.js';
import { walkHtml, type LiveElement } from './walk-html.js';

/** What the rules need to know about a page. */
export interface Page {
  /** The address of the page after its redirects. */
  readonly url: URL;
  /** What relative addresses in its markup are relative to. */
  readonly base: URL;
  readonly headers: Headers;
  readonly elements: readonly LiveElement[];
  /** The `<enkash-vkyc-button>` tags. */
  readonly tags: readonly Tag[];
  readonly scripts: readonly PageScript[];
  /** Every enforced Content Security Policy, of headers and markup. All of them apply. */
  readonly policies: readonly Policy[];
}

/** One `<enkash-vkyc-button>` in the markup. */
export interface Tag extends LiveElement {
  /** Null when the page sets the endpoint as a property, or when it is not a URL. */
  readonly endpoint: URL | null;
  readonly mode: string;
}

/** Reads a page's headers and markup. */
export function readPage({ url, headers, html }: FetchedPage): Page {
  const elements = walkHtml(html);
  const base = baseOf(elements, url);
  return {
    url,
    base,
    headers,
    elements,
    tags: elements.filter(({ name }) => name === 'enkash-vkyc-button').map((element) => toTag(element, url)),
    scripts: readScripts(elements, base),
    policies: [...parsePolicies(headers.get('content-security-policy')), ...metaPolicies(elements)],
  };
}

function baseOf(elements: readonly LiveElement[], url: URL): URL {
  const href = elements.find(({ name, attributes }) => name === 'base' && attributes.has('href'));
  return parseUrl(href?.attributes.get('href') ?? '', url) ?? url;
}

/** The button ignores `<base>` for its endpoint. */
function toTag(element: LiveElement, url: URL): Tag {
  const endpoint = element.attributes.get('session-endpoint')?.trim() ?? '';
  return {
    ...element,
    endpoint: endpoint === '' ? null : parseUrl(endpoint, url),
    mode: element.attributes.get('mode')?.trim().toLowerCase() ?? 'auto',
  };
}

/** A policy in the markup counts in the head only, and applies to what comes after it. */
function metaPolicies(elements: readonly LiveElement[]): readonly Policy[] {
  return elements
    .filter(
      ({ name, isInHead, attributes }) =>
        name === 'meta' &&
        isInHead &&
        attributes.get('http-equiv')?.trim().toLowerCase() === 'content-security-policy',
    )
    .flatMap(({ attributes, order }) => parsePolicies(attributes.get('content') ?? '', order));
}

/** Null for text that is not a URL. Node's own message would quote it. */
export function parseUrl(text: string, base: URL): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}
