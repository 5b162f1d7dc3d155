/**
 * `npm run bench:peers`: measures the built element beside twins and peers in a Chromium, and renews the tables of
 * docs/performance.md and the picture of the README. Installs the peers at its first run, into `.cache/peers`.
 *
 *     npm run bench:peers -- --rounds 3    # faster, with a wider spread
 *     npm run bench:peers -- --last        # renders the figures of the last run again
 *
 * The exit code is 1 when a goal is missed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../test/support/browser/launch-browser.js';
import { goalsOf } from './peers/goals.js';
import { installPeers, PEERS_FOLDER } from './peers/install-peers.js';
import type { PeersRun } from './peers/peers-run.js';
import { runPeers } from './peers/run-peers.js';
import { writeDocs } from './peers/write-docs.js';
import { printMeasurements } from './print-measurements.js';

const root = join(import.meta.dirname, '..');
const lastRun = join(PEERS_FOLDER, 'last-run.json');
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '13' }, last: { type: 'boolean', default: false } },
});

async function measure(): Promise<PeersRun> {
  await installPeers();
  const cleanups: (() => Promise<void>)[] = [];
  const scope = { after: (close: () => Promise<void>) => void cleanups.unshift(close) };
  const run = await runPeers({
    scope,
    browser: await launchChromium(scope),
    sources: { peers: PEERS_FOLDER, dist: join(root, 'dist') },
    rounds: Number(values.rounds),
    onPart: (name) => console.log(`Measuring ${name} …`),
  });
  for (const close of cleanups) await close();
  await writeFile(lastRun, JSON.stringify(run));
  return run;
}

const run = values.last ? (JSON.parse(await readFile(lastRun, 'utf8')) as PeersRun) : await measure();
await writeDocs(run, root);
process.exit(printMeasurements(goalsOf(run)) ? 0 : 1);
