import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { openLayoutShiftPage, type LayoutSample } from '../support/browser/layout-shift-page.js';
import { visitEveryState } from '../support/browser/visit-every-state.js';
import { readText, section } from '../support/markdown.js';
import { testsWith } from '../support/tests-with.js';

/** The columns of the table of reserved heights: as usual, and with the offer of another device. */
const COLUMNS = { '': 1, handoff: 2 } as const;

const LANGUAGES = {
  en: 'English',
  as: 'Assamese',
  bn: 'Bengali',
  gu: 'Gujarati',
  hi: 'Hindi',
  kn: 'Kannada',
  ml: 'Malayalam',
  mr: 'Marathi',
  or: 'Odia',
  pa: 'Punjabi',
  ta: 'Tamil',
  te: 'Telugu',
  ur: 'Urdu',
} as const;

const browser = await launchChromium({ after });
const rows = section(readText('docs/theming.md'), 'Reserved space')
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1),
  );

/** The height that docs/theming.md names for a language. */
function documentedHeight(language: string, attribute: keyof typeof COLUMNS): string {
  const row = rows.find(([name]) => name === language) ?? rows.find(([name]) => name === 'every other');
  const height = row?.[COLUMNS[attribute]];
  if (!height) throw new Error(`docs/theming.md has no height for ${language}.`);
  return height;
}

/**
 * What may move inside the element, as the browser counts it: in Malayalam the badge takes a second line beside a long
 * button, and from right to left the icon stands at the end that a new label moves.
 */
const MOVES_INSIDE: Readonly<Record<string, number>> = { ml: 0.0003 };

/** What moved, in words. */
const movesIn = (samples: readonly LayoutSample[], lang: string): string[] =>
  samples
    .filter(
      ({ neighbourOffset, layoutShift }) => neighbourOffset !== 0 || layoutShift > (MOVES_INSIDE[lang] ?? 0),
    )
    .map(
      ({ step, neighbourOffset, layoutShift }) =>
        `${step}: ${neighbourOffset} px below, layout shift ${layoutShift}`,
    );

describe('layout shift on a page with the documented style', { concurrency: 4 }, () => {
  for (const [lang, language] of Object.entries(LANGUAGES)) {
    const tests = testsWith(lang === 'en' ? 'chromium' : 'fonts');
    for (const width of [320, 1280])
      tests.it(
        `is zero from before the script through every state in ${language}, ${width} px wide`,
        async (t) => {
          const minBlockSize = documentedHeight(language, '');
          const page = await openLayoutShiftPage(t, browser, { lang, width, minBlockSize });
          assert.deepEqual(movesIn(await visitEveryState(page), lang), []);
        },
      );

    tests.it(
      `is zero when the script has loaded, with the offer of another device, in ${language}`,
      async (t) => {
        const minBlockSize = documentedHeight(language, 'handoff');
        const view = { lang, width: 320, minBlockSize, attributes: 'handoff' };
        const page = await openLayoutShiftPage(t, browser, view);
        page.loadScript();
        await page.page.locator('enkash-vkyc-button[state=idle]').waitFor();
        assert.deepEqual(movesIn([await page.measure('idle')], lang), []);
      },
    );
  }
});

it('the usual height is the one of README.md', () => {
  assert.ok(readText('README.md').includes(`min-block-size: ${documentedHeight('English', '')};`));
});
