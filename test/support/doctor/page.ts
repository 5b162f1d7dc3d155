import { examinePage, type PageFindingId, type PageReport } from '../../../src/doctor/page/examine-page.js';
import type { Finding } from '../../../src/doctor/finding.js';

/** The token in the endpoint of every page here. No report may contain it. */
export const TOKEN = 'eyJhbGciOiJkaXIifQ-S3cr3t-T0ken';

/** A valid `integrity`. */
export const INTEGRITY = `sha384-${'Ab3+'.repeat(16)}`;

/** The line of the README that keeps the page from shifting. */
export const SIZE_RULE =
  '<style>enkash-vkyc-button:not(:defined) { display: inline-block; min-block-size: 13.8125rem; }</style>';

/** The script tag of the documentation. */
export const SCRIPT = `<script type="module" src="/assets/vkyc/1.2.3/enkash-vkyc-button.js" integrity="${INTEGRITY}"></script>`;

/** A tag with an endpoint of one customer, and more attributes. */
export const tag = (attributes = ''): string =>
  `<enkash-vkyc-button session-endpoint="/vkyc/session/${TOKEN}" ${attributes}></enkash-vkyc-button>`;

/** What a test varies of a page that follows the documentation. */
export interface PageParts {
  readonly url?: string;
  readonly headers?: HeadersInit;
  /** The attributes of `<html>`. */
  readonly html?: string;
  /** The start of the head, before the script. */
  readonly head?: string;
  readonly script?: string;
  readonly style?: string;
  readonly body?: string;
}

/** The markup of a page that follows the documentation, except for the given parts. */
export function pageMarkup({
  html = 'lang="en"',
  head = '',
  script = SCRIPT,
  style = SIZE_RULE,
  body = tag(),
}: PageParts): string {
  return `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Shop</title>${head}${script}${style}</head><body>${body}</body></html>`;
}

/** Examines a page without a network. */
export function examineParts(parts: PageParts): Promise<PageReport> {
  const { url = 'https://shop.example/upgrade', headers = {} } = parts;
  const all = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  for (const [name, value] of new Headers(headers)) all.set(name, value);
  const fetch = () => Promise.resolve(new Response(pageMarkup(parts), { headers: all }));
  return examinePage(new URL(url), { fetch });
}

/** The finding with this id. */
export function findingOf({ findings }: PageReport, id: PageFindingId): Finding {
  const found = findings.find((finding) => finding.id === id);
  if (!found) throw new Error(`The report has no ${id}.`);
  return found;
}
