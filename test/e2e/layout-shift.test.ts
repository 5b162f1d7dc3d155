import assert from 'node:assert/strict';
import { after, describe } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { openLayoutShiftPage } from '../support/browser/layout-shift-page.js';
import { visitEveryState } from '../support/browser/visit-every-state.js';
import { testsWith } from '../support/tests-with.js';

const browser = await launchChromium({ after });

const languages = [
  { language: 'English', lang: 'en', requirement: 'chromium' },
  { language: 'Hindi', lang: 'hi', requirement: 'fonts' },
] as const;

describe('layout shift on a page with the documented style', () => {
  for (const { language, lang, requirement } of languages)
    for (const width of [320, 1280])
      testsWith(requirement).it(
        `is zero from before the script through every state in ${language}, ${width} px wide`,
        async (t) => {
          const moments = await visitEveryState(await openLayoutShiftPage(t, browser, { lang, width }));
          const moved = moments
            .filter(({ neighbourOffset, layoutShift }) => neighbourOffset !== 0 || layoutShift !== 0)
            .map(
              ({ step, neighbourOffset, layoutShift }) =>
                `${step}: ${neighbourOffset} px below, layout shift ${layoutShift}`,
            );
          assert.deepEqual(moved, []);
        },
      );
});
