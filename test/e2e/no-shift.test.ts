import assert from 'node:assert/strict';
import { after, describe } from 'node:test';
import { everyMoment } from '../support/browser/every-moment.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { openStillPage } from '../support/browser/still-page.js';
import { testsWith } from '../support/tests-with.js';

const browser = await launchChromium({ after });

describe('a page with the documented style stands still, from before the script through every state', () => {
  for (const lang of ['en', 'hi'] as const)
    for (const width of [320, 1280])
      testsWith(lang === 'en' ? 'chromium' : 'fonts').it(
        `in ${lang === 'en' ? 'English' : 'Hindi'}, ${width} px wide`,
        async (t) => {
          const moments = await everyMoment(await openStillPage(t, browser, { lang, width }));
          const moved = moments
            .filter(({ neighbour, shift }) => neighbour !== 0 || shift !== 0)
            .map(({ moment, neighbour, shift }) => `${moment}: ${neighbour} px below, layout shift ${shift}`);
          assert.deepEqual(moved, []);
        },
      );
});
