import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runProgram, startPrinting, type PrintingProgram } from '../../scripts/examples/run-program.js';
import { numbered, readText, section, snippets } from '../support/markdown.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { visitPage } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { freePort } from '../support/check/backend-process.js';
import { createInstallFolder, type InstallFolder } from '../support/quick-start/install-folder.js';
import { verifyCustomer } from '../support/quick-start/verify-customer.js';

const page = readText('docs/getting-started.md');
const commandsOf = (heading: string) => snippets(section(page, heading), 'sh').join('').trim().split('\n');

const browser = await launchChromium({ after }, { media: 'granted' });

describe('docs/getting-started.md, followed from an empty folder', () => {
  let folder: InstallFolder;
  let origin: string;
  let enkash: string;
  let server: PrintingProgram | undefined;

  before(async () => {
    folder = await createInstallFolder();
    await folder.run(commandsOf('1. Install').join('\n'));
    await folder.save(page);

    const [step = ''] = numbered(section(page, '4. Verify a customer'));
    assert.match(step, /^Run `node server\.mjs`, and open <http:\/\/localhost:3000>\.$/);
    const port = await freePort();
    origin = `http://localhost:${port}`;
    server = await startPrinting(['node', 'server.mjs'], /stand-in: \S+\n/, {
      cwd: folder.wallet,
      env: { PORT: String(port) },
    });
    assert.ok(server.printed().includes(`Open ${origin}\n`));
    enkash = /EnKash's stand-in: (\S+)/.exec(server.printed())?.[1] ?? '';
  });

  after(async () => {
    await server?.stop();
    await folder.remove();
  });

  it('ends with a verified customer', async (t) => {
    const customer = await visitPage(t, browser, { url: origin });
    await verifyCustomer(customer, enkash);
    assert.deepEqual([customer.consoleMessages, customer.pageErrors], [[], []]);
  });

  it('shows the rejection that the command sets in the sandbox', async (t) => {
    const [command = ''] = commandsOf('5. See the other outcomes');
    await folder.run(command.replace('http://127.0.0.1:…', enkash));
    const customer = await visitPage(t, browser, { url: origin });
    await waitForState(customer, 'ready', 'rejected');
  });

  it('ends with a backend that passes the checker', async () => {
    const commands = commandsOf('6. Your own backend');
    const [start = '', check = ''] = commands
      .slice(-2)
      .map((line) => line.replace('http://localhost:3000', origin));
    const run = (command: string) => runProgram('sh', ['-c', command], { cwd: folder.wallet });
    const { endpoint } = JSON.parse(await run(`${start} --silent`)) as { endpoint: string };
    const report = await run(check.replace('/vkyc/session/…', endpoint));
    assert.match(report, / pass, 0 skipped, 0 fail, 0 critical\./);
  });
});
