import { fail, pass, type Judgement } from '../../finding.js';
import { parseUrl, type Page } from '../read-page.js';
import type { PageScript } from '../read-scripts.js';

const HASH = /^sha(?:256-[\w+/-]{43}=?|384-[\w+/-]{64}|512-[\w+/-]{86}={0,2})(?:\?[\x21-\x7e]*)?$/i;

const FROM_FILE = 'integrity="…" with the value that dist/cdn/integrity.json of this version has';

/** A file of another origin must have an `integrity`, and every `integrity` must be one: browsers ignore an invalid one. */
export function integrity(page: Page): Judgement {
  const files = ourFiles(page);
  const hashes = files.map(integrityOf);
  if (hashes.some((list) => list !== null && !list.some((hash) => HASH.test(hash))))
    return fail('The integrity of the script is not a hash, so browsers ignore it.', FROM_FILE);
  const isForeign = ({ src }: PageScript) => src !== null && src.origin !== page.url.origin;
  const unprotected = files.find((file) => isForeign(file) && integrityOf(file) === null);
  if (unprotected)
    return fail(
      'The script comes from another origin without integrity.',
      `${FROM_FILE}, and crossorigin="anonymous"`,
    );
  if (files.length === 0) return pass('No script tag of the button.');
  return pass("The script is the page's own, or has an integrity.");
}

/** A preload with another integrity than the script is loaded without use, or leaves the script unchecked. */
export function modulepreloadIntegrity(page: Page): Judgement {
  const preloads = [...markupPreloads(page), ...headerPreloads(page)];
  const files = ourFiles(page).filter(({ isModule }) => isModule);
  const differing = files.some((file) =>
    preloads.some(
      ({ url, hashes }) => url.href === file.src?.href && !areEqual(hashes, integrityOf(file) ?? []),
    ),
  );
  return differing
    ? fail(
        'The modulepreload of the script does not have the same integrity as the script.',
        '<link rel="modulepreload" href="…/enkash-vkyc-button.js" integrity="…"> with the value of the script tag',
      )
    : pass('No modulepreload of the script differs from it.');
}

interface Preload {
  readonly url: URL;
  readonly hashes: readonly string[];
}

function markupPreloads({ elements, base }: Page): readonly Preload[] {
  return elements.flatMap(({ name, attributes }) => {
    const rel = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? [];
    const url = parseUrl(attributes.get('href') ?? '', base);
    return name === 'link' && rel.includes('modulepreload') && url !== null
      ? [{ url, hashes: hashesIn(attributes.get('integrity')) }]
      : [];
  });
}

/** Those of `Link: <…>; rel=modulepreload` headers. */
function headerPreloads({ headers, url: page }: Page): readonly Preload[] {
  const links = headers.get('link') ?? '';
  return [...links.matchAll(/<([^>]{1,2000})>([^<]{0,2000})/g)].flatMap(
    ([, target = '', parameters = '']) => {
      const url = parseUrl(target, page);
      return /;\s*rel\s*=\s*"?[^";]*\bmodulepreload\b/i.test(parameters) && url !== null
        ? [{ url, hashes: hashesIn(/;\s*integrity\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1]) }]
        : [];
    },
  );
}

const ourFiles = ({ scripts }: Page): readonly PageScript[] =>
  scripts.filter(({ src, ours }) => src !== null && ours.length > 0);

/** Null without the attribute. */
function integrityOf({ element }: PageScript): readonly string[] | null {
  const text = element.attributes.get('integrity');
  return text === undefined ? null : hashesIn(text);
}

const hashesIn = (text: string | undefined) => (text ?? '').split(/\s+/).filter(Boolean);

const areEqual = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((hash) => b.includes(hash));
