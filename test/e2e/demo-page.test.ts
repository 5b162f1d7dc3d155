import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { visitPage } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';

const browser = await launchChromium({ after });

describe('the page that npm start opens', () => {
  it('shows the button in every language of its list', async (t) => {
    const demo = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts', '--no-open']);
    t.after(() => demo.kill());
    let printed = '';
    demo.stdout.on('data', (text) => (printed += String(text)));
    await waitUntil('the demo prints its address', () => printed.includes('Ctrl-C'));
    const [url = ''] = /http:\/\/\S+/.exec(printed) ?? [];
    const customer = await visitPage(t, browser, { url });
    await waitForState(customer, 'ready');
    const languages = customer.page.getByLabel('Language');
    const offered = await languages
      .locator('option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
    assert.equal(offered.length, 13);
    const labels = new Set([await customer.button.innerText()]);
    for (const lang of offered.slice(1)) {
      await languages.selectOption(lang);
      await waitUntil(`the button has other words in ${lang}`, async () => {
        labels.add(await customer.button.innerText());
        return labels.size === offered.indexOf(lang) + 1;
      });
    }
    assert.deepEqual(customer.pageErrors, []);
  });
});
