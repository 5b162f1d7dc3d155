import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { visitPage } from '../support/browser/visit-page.js';
import { startWallet } from '../support/browser/start-wallet.js';

const browser = await launchChromium({ after });

describe('a script tag without type="module"', () => {
  it('leaves the page as it is, with the very message that the documentation quotes', async (t) => {
    const wallet = await startWallet(t);
    const url = `${wallet.url}/classic`;
    const customer = await visitPage(t, browser, {
      url,
      beforeLoad: (page) =>
        page.route(url, (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: `<!doctype html>
              <script src="/dist/cdn/enkash-vkyc-button.js"></script>
              <enkash-vkyc-button session-endpoint="/vkyc/session/x"><a slot="fallback">Come to a branch</a></enkash-vkyc-button>
              <p></p><script>document.querySelector('p').textContent = 'The page continues';</script>`,
          }),
        ),
    });
    await customer.page.getByText('The page continues').waitFor();
    await customer.page.getByText('Come to a branch').waitFor();
    assert.equal(customer.pageErrors.length, 1);
    const [message = ''] = customer.pageErrors.map(String);
    const docs = await readFile(new URL('../../docs/hosts.md', import.meta.url), 'utf8');
    const [, quoted = ''] = /`Uncaught (SyntaxError: [^`]+)`/.exec(docs) ?? [];
    assert.ok(
      quoted.endsWith(message.replace('SyntaxError: ', '')) && message !== '',
      `${message} is quoted`,
    );
    assert.deepEqual(wallet.requests, []);
  });
});
