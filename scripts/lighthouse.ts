/**
 * `npm run lighthouse`: builds the demo as a static site, serves it, and measures it with Lighthouse as a phone and as a
 * desktop. Prints the four scores of each; the exit code is 1 when any is below 95.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePage } from '../demo/page-server.js';
import { buildDemoSite } from './demo/build-demo-site.js';
import { FORM_FACTORS, measure } from './demo/measure-page.js';

const LEAST = 95;

const folder = await mkdtemp(join(tmpdir(), 'enkash-vkyc-lighthouse-'));
try {
  await buildDemoSite(folder);
  const site = await servePage({ page: { files: folder }, port: 0, proxy: {}, open: false });
  try {
    for (const formFactor of FORM_FACTORS) {
      const { scores, faults } = await measure(site.origin, formFactor);
      const line = Object.entries(scores).map(([category, score]) => `${category} ${score}`);
      console.log(`${formFactor}: ${line.join(', ')}`);
      if (Object.values(scores).every((score) => score >= LEAST)) continue;
      process.exitCode = 1;
      for (const fault of faults) console.log(`  ${fault}`);
    }
  } finally {
    await site.stop();
  }
} finally {
  await rm(folder, { recursive: true });
}
