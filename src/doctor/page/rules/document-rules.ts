import { isLoopbackHost } from '../../../protocol/loopback.js';
import { critical, fail, pass, skipped, type Judgement } from '../../finding.js';
import { LANGUAGES } from '../../languages.js';
import type { Page } from '../read-page.js';
import { isSizedBeforeUpgrade } from '../sized-before-upgrade.js';

/** Camera, clipboard and cryptography exist on secure pages only, and anybody on the way reads an `http:` page. */
export function https({ url, tags, scripts, policies }: Page): Judgement {
  if (isInsecure(url)) return critical('The page has an http: address.', 'Serve the page by https: only.');
  const isUpgraded = policies.some(({ directives }) => directives.has('upgrade-insecure-requests'));
  const files = scripts.filter(({ ours }) => ours.length > 0).map(({ src }) => src);
  const targets = [...tags.map(({ endpoint }) => endpoint), ...files];
  if (
    url.protocol === 'https:' &&
    !isUpgraded &&
    targets.some((target) => target !== null && isInsecure(target))
  )
    return fail(
      'The page is secure, and the script or the session endpoint has an http: address, which browsers block.',
      'Give the script and the session endpoint https: addresses.',
    );
  return pass('The page is secure, or on this computer.');
}

const isInsecure = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && !isLoopbackHost(hostname) && !/^127\.|\.localhost$/.test(hostname);

/** A module runs after the page is shown, so the tag needs a size until then. */
export function tagBeforeUpgrade({ tags, elements }: Page): Judgement {
  if (tags.length === 0) return pass('The markup has no tag that could shift.');
  const rule =
    'enkash-vkyc-button:not(:defined) { display: inline-block; vertical-align: top; inline-size: 20rem; min-block-size: 13.8125rem; }';
  if (tags.every((tag) => isSizedBeforeUpgrade(tag, elements)))
    return pass('The tag has a size before its script has loaded.');
  const hasStyleSheet = elements.some(
    ({ name, attributes }) => name === 'link' && /\bstylesheet\b/i.test(attributes.get('rel') ?? ''),
  );
  return hasStyleSheet
    ? skipped('No style in the markup gives the tag a size; a style sheet may.', rule)
    : fail('The tag has no size before its script has loaded, so the page shifts.', rule);
}

/** The button takes the language of the nearest `lang`. */
export function lang({ tags, elements, scripts }: Page): Judgement {
  const root = elements.find(({ name }) => name === 'html')?.lang ?? null;
  const languages = (tags.length > 0 ? tags.map((tag) => tag.lang) : [root]).map((text) =>
    text === null ? '' : (text.trim().toLowerCase().split('-', 1)[0] ?? ''),
  );
  if (languages.includes(''))
    return fail('No lang says which language the page has, so the button is in English.', '<html lang="en">');
  const unknown = languages.find((language) => !LANGUAGES.includes(language));
  if (unknown !== undefined)
    return fail(
      'The lang around the tag is a language that the button has no texts for, so it is in English.',
      `lang="…" on the tag with one of ${LANGUAGES.join(', ')}; or your own texts with registerMessages()`,
    );
  const isOwnCode = ({ src, ours, locale }: (typeof scripts)[number]) =>
    locale === null && (src === null || ours.length === 0 || ours.some(({ kind }) => kind === 'npm-module'));
  const missing = languages.find(
    (language) => language !== 'en' && !scripts.some(({ locale }) => locale === language),
  );
  // A page's own code may register the texts.
  return missing === undefined || tags.length === 0 || scripts.some(isOwnCode)
    ? pass('The button has texts for the language of the page.')
    : fail(
        `The page is in "${missing}", and loads no texts for it, so the button is in English.`,
        `<script type="module" src="…/locales/${missing}.js"></script>`,
      );
}
