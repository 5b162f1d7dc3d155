/**
 * `npm run soak`: generated inputs for every parser, journeys on a network that fails in every engine, and elements that
 * come and go. The same seed gives the same run:
 *
 *     npm run soak -- --seed 7 --json
 *     npm run soak -- --short
 *
 * Needs the build. The exit code is 1 when a fault was found.
 */
import { existsSync } from 'node:fs';
import { isCI } from '../scripts/is-ci.js';
import { missingMessage } from '../scripts/requirements.js';
import { isClean, noFigures } from './figures.js';
import { checkInputs } from './inputs/check-inputs.js';
import { SOAK_ENGINES, type SoakEngine } from './journeys/soak-browsers.js';
import { runInEngine } from './journeys/soak-journeys.js';
import { startSoakServer } from './journeys/soak-server.js';
import { readOptions } from './options.js';

const SCRIPT = 'dist/cdn/enkash-vkyc-button.js';
if (!existsSync(SCRIPT)) throw new Error(`There is no ${SCRIPT}. Run "npm run build" first.`);

const options = readOptions(process.argv.slice(2));
const figures = noFigures();
// a run takes long: what it finds is printed at once, also beside the JSON
const print = (line: string) => (options.json ? console.error : console.log)(line);
const missing = ({ requirements }: SoakEngine) => requirements.map(missingMessage).find(Boolean);
const chosen = SOAK_ENGINES.filter(({ name }) => options.engines?.includes(name) ?? true);
const engines = chosen.filter((engine) => missing(engine) === undefined);
const skipped = chosen.flatMap((engine) => missing(engine) ?? []);
for (const line of skipped) print(line);
let isComplete = engines.length > 0 && !(isCI() && skipped.length > 0);

print(`seed ${options.seed}: ${options.inputs} inputs`);
const { generated, faults } = await checkInputs(options.seed, options.inputs);
figures.generated = generated;
for (const { property, input, error } of faults) {
  isComplete = false;
  print(`${property}\n  smallest: ${input}\n  ${error}`);
}

const server = await startSoakServer();
const share = (total: number) => Math.ceil(total / engines.length);
await Promise.all(
  engines.map(async ({ name, start }, index) => {
    figures.engines.push(name);
    await runInEngine({
      engine: name,
      start: () => start(server.url),
      firstSeed: options.seed * 1_000_000 + index * share(options.journeys),
      journeys: share(options.journeys),
      cycles: share(options.cycles),
      figures,
      print,
    }).catch((error: unknown) => {
      // the figures of the others still count
      isComplete = false;
      print(`${name} ended early: ${String(error)}`);
    });
  }),
);
await server.stop();

if (options.json) console.log(JSON.stringify({ seed: options.seed, ...figures, failedInputs: faults }));
else for (const [name, value] of Object.entries(figures)) print(`${name.padEnd(18)} ${String(value)}`);
process.exit(isComplete && isClean(figures) ? 0 : 1);
