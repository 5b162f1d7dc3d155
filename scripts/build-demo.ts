import { join } from 'node:path';
import { buildDemoSite } from './demo/build-demo-site.js';

const outDir = join(import.meta.dirname, '../dist-demo');
await buildDemoSite(outDir);
console.log(
  `The demo is a static site in ${outDir}. Serve it from any folder by https:, or on this computer.`,
);
