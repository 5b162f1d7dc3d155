import { skipped, type Finding, type Judgement } from '../finding.js';
import { fetchPage, type FetchOptions } from './fetch-page.js';
import { readPage, type Page } from './read-page.js';
import { redactEndpoints } from './redact-endpoints.js';
import { endpointInMarkupCached } from './rules/caching-rule.js';
import { cspConnect, cspFrame, cspScript, trustedTypes } from './rules/csp-rules.js';
import { https, lang, tagBeforeUpgrade } from './rules/document-rules.js';
import { integrity, modulepreloadIntegrity } from './rules/integrity-rules.js';
import { embedderPolicy, openerPolicy, permissionsPolicy } from './rules/isolation-rules.js';
import { scriptMissing, scriptTwice, scriptType } from './rules/script-rules.js';

type PageRule = (page: Page) => Judgement | Promise<Judgement>;

/** Every rule by its id, in the order of the report. */
const RULES = {
  'script-type': scriptType,
  'script-missing': scriptMissing,
  'script-twice': scriptTwice,
  integrity,
  'modulepreload-integrity': modulepreloadIntegrity,
  'csp-script': cspScript,
  'csp-connect': cspConnect,
  'csp-frame': cspFrame,
  'trusted-types': trustedTypes,
  'permissions-policy': permissionsPolicy,
  'opener-policy': openerPolicy,
  'embedder-policy': embedderPolicy,
  https,
  'tag-before-upgrade': tagBeforeUpgrade,
  'endpoint-in-markup-cached': endpointInMarkupCached,
  lang,
} as const satisfies Readonly<Record<string, PageRule>>;

/** The id of a finding about a page. */
export type PageFindingId = keyof typeof RULES;

/** The ids of all findings about a page, in the order of the report. */
export const PAGE_FINDING_IDS = Object.keys(RULES) as readonly PageFindingId[];

/** What was found on a page. */
export interface PageReport {
  /** The origins that redirects led to, in order. */
  readonly redirects: readonly string[];
  /** One for each id, always. All are skipped when there was no page to read. */
  readonly findings: readonly Finding<PageFindingId>[];
  /** Why there was no page to read, as a sentence; null when there was one. */
  readonly failure: string | null;
}

/**
 * Fetches a page as a browser would, and judges its headers and markup. Needs no browser, runs no script of the page and
 * loads none of its files. The report contains no token of a session endpoint. Never rejects.
 *
 * @param address the http or https address of a page with the button
 *
 * @example
 * const { findings } = await examinePage(new URL('http://localhost:3000/upgrade'));
 */
export async function examinePage(address: URL, options: FetchOptions = {}): Promise<PageReport> {
  const fetched = await fetchPage(address, options);
  const { redirects } = fetched;
  if ('failure' in fetched) {
    const findings = PAGE_FINDING_IDS.map((id) => ({ id, ...skipped('There was no page to read.') }));
    return { redirects, findings, failure: fetched.failure };
  }
  const page = readPage(fetched);
  const findings = await Promise.all(
    PAGE_FINDING_IDS.map(async (id) => {
      const { verdict, found, fix } = await RULES[id](page);
      return { id, verdict, found: redactEndpoints(found, page.tags), fix: redactEndpoints(fix, page.tags) };
    }),
  );
  return { redirects, findings, failure: null };
}
