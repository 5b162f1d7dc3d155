import type { LoadedScript, PageScript } from '../read-scripts.js';
import { matchesSource } from './match-source.js';
import { effectiveDirective, type Policy } from './parse-policies.js';

const HASH = /^'(sha(?:256|384|512)-[\w+/=-]+)'$/i;

/** A script of the page and what it loads. */
export interface ScriptInPage {
  readonly script: PageScript;
  readonly loaded: LoadedScript;
  /** The address of the page. */
  readonly self: URL;
}

/** The directive of the policy that blocks the script; null when the policy allows it. */
export async function blockingDirective(policy: Policy, wanted: ScriptInPage): Promise<string | null> {
  const { script } = wanted;
  if (policy.since > script.element.order) return null;
  const sandbox = policy.directives.get('sandbox');
  if (sandbox && !sandbox.some((flag) => flag.toLowerCase() === 'allow-scripts')) return 'sandbox';
  const directive = effectiveDirective(policy, 'script-src-elem', 'script-src', 'default-src');
  if (directive === null) return null;
  const isAllowed =
    script.src === null
      ? await allowsInline(directive.sources, wanted)
      : allowsFile(directive.sources, wanted);
  return isAllowed ? null : directive.name;
}

function allowsFile(sources: readonly string[], { script, loaded, self }: ScriptInPage): boolean {
  if (hasNonce(sources, script) || hasAllHashes(sources, script)) return true;
  const { url } = loaded;
  return !isDynamic(sources) && url !== null && sources.some((source) => matchesSource(source, url, self));
}

/** The inline script must be allowed, and what it imports. */
async function allowsInline(
  sources: readonly string[],
  { script, loaded, self }: ScriptInPage,
): Promise<boolean> {
  if (hasNonce(sources, script)) return true;
  const hasSource = sources.some((source) => HASH.test(source) || /^'nonce-/i.test(source));
  const isAnyInlineAllowed = includesKeyword(sources, 'unsafe-inline') && !hasSource && !isDynamic(sources);
  if (!isAnyInlineAllowed && !(await hasHashOf(sources, script.element.text))) return false;
  const { url } = loaded;
  return isDynamic(sources) || url === null || sources.some((source) => matchesSource(source, url, self));
}

const includesKeyword = (sources: readonly string[], keyword: string) =>
  sources.some((source) => source.toLowerCase() === `'${keyword}'`);

const isDynamic = (sources: readonly string[]) => includesKeyword(sources, 'strict-dynamic');

function hasNonce(sources: readonly string[], { element }: PageScript): boolean {
  const nonce = element.attributes.get('nonce') ?? '';
  return nonce !== '' && sources.includes(`'nonce-${nonce}'`);
}

/** A file is allowed by hashes when each hash of its `integrity` is listed. */
function hasAllHashes(sources: readonly string[], { element }: PageScript): boolean {
  const listed = sources.map((source) => HASH.exec(source)?.[1]);
  const own = (element.attributes.get('integrity') ?? '').split(/\s+/).filter(Boolean);
  return own.length > 0 && own.every((hash) => listed.includes(hash.replace(/\?.*$/, '')));
}

async function hasHashOf(sources: readonly string[], text: string): Promise<boolean> {
  for (const source of sources) {
    const [algorithm = '', digest = ''] = (HASH.exec(source)?.[1] ?? '').split(/-(.*)/);
    if (digest === '') continue;
    const bytes = await crypto.subtle.digest(
      algorithm.toUpperCase().replace('SHA', 'SHA-'),
      new TextEncoder().encode(text),
    );
    const actual = btoa(String.fromCharCode(...new Uint8Array(bytes)));
    if (actual === digest.replaceAll('-', '+').replaceAll('_', '/')) return true;
  }
  return false;
}
