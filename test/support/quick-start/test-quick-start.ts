import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPrinting, type PrintingProgram } from '../../../scripts/examples/run-program.js';
import type { RequirementName } from '../../../scripts/requirements.js';
import { numbered, readText, section, snippets } from '../markdown.js';
import { launchChromium } from '../browser/launch-browser.js';
import { visitPage } from '../browser/visit-page.js';
import { testsWith } from '../tests-with.js';
import { createInstallFolder, UNATTENDED, type InstallFolder } from './install-folder.js';
import { chooseFreePorts } from './use-free-ports.js';
import { verifyCustomer } from './verify-customer.js';

/** A page of docs/quick-starts, and what differs from one framework to the next. */
export interface QuickStart {
  /** The page's name without `.md`. */
  readonly name: string;
  /** What the server of the page prints once it can serve it, besides its address. */
  readonly ready?: RegExp;
  /** A program that npm does not install. */
  readonly needs?: RequirementName;
  /** A file that the commands copy, and whose ports are replaced. */
  readonly copied?: string;
}

const ENKASH = /EnKash(?:'s stand-in:)?\s+(http:\/\/127\.0\.0\.1:\d+)/;
/** A development server compiles the page, its packages and the session endpoint on the first visit. */
const COMPILE_TIMEOUT_MS = 120_000;
const ADDRESS = /http:\/\/localhost:\d+/;

/** Follows a quick start from an empty folder: runs its commands, saves its files, starts its servers, and verifies a customer. */
export function testQuickStart({ name, ready = ADDRESS, needs, copied }: QuickStart): void {
  const { after, before, describe, it } = testsWith(...(needs === undefined ? [] : [needs]));
  const path = `docs/quick-starts/${name}.md`;

  describe(`${path}, followed from an empty folder`, () => {
    let folder: InstallFolder | undefined;
    const servers: PrintingProgram[] = [];
    let enkash = '';
    let url = '';

    before(async () => {
      const ports = await chooseFreePorts();
      const page = ports.usePorts(readText(path));
      folder = await createInstallFolder();
      const { wallet } = folder;
      await folder.run(snippets(section(page, '1. Create the app'), 'sh').join(''));
      await folder.save(page);
      if (copied !== undefined) {
        const file = join(wallet, copied);
        await writeFile(file, ports.usePorts(await readFile(file, 'utf8')));
      }
      const [first = '', second = ''] = snippets(section(page, '3. Start it'), 'sh');
      const start = async (command: string, pattern: RegExp) => {
        const env = { ...UNATTENDED, PORT: String(ports.page) };
        const server = await startPrinting(['sh', '-ec', command], pattern, { cwd: wallet, env });
        servers.push(server);
        return server.printed();
      };
      enkash = ENKASH.exec(await start(first, ENKASH))?.[1] ?? '';
      url = ADDRESS.exec(await start(second, ready))?.[0] ?? '';
    });

    after(async () => {
      for (const server of servers) await server.stop();
      await folder?.remove();
    });

    it('ends with a verified customer, and nothing on the console', async (t) => {
      const browser = await launchChromium({ after: (close) => t.after(close) }, { media: 'granted' });
      const customer = await visitPage(t, browser, { url, loadTimeoutMs: COMPILE_TIMEOUT_MS });
      const [open = ''] = numbered(section(readText(path), '4. Verify a customer'));
      assert.match(open, /^Open .*, and click the button\. /);
      if (open.includes('tick the box')) await customer.page.getByRole('checkbox').check();
      await customer.page.locator('enkash-vkyc-button[state=ready]').waitFor({ timeout: COMPILE_TIMEOUT_MS });
      await verifyCustomer(customer, enkash);
      const problems = customer.consoleProblems.filter((text) => !text.startsWith('Lit is in dev mode'));
      assert.deepEqual([problems, customer.pageErrors], [[], []]);
    });
  });
}
