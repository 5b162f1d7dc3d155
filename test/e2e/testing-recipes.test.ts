import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { TESTING_EXAMPLES } from '../../scripts/examples/examples.js';
import { runProgram } from '../../scripts/examples/run-program.js';
import { runRecipe } from '../../scripts/examples/run-recipe.js';
import { root } from '../support/markdown.js';

describe('the recipes of docs/testing.md, installed from the packed file', () => {
  let folder: string;
  let tarball: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vkyc-recipes-'));
    await runProgram('npm', ['pack', root, '--ignore-scripts'], { cwd: folder });
    tarball = join(folder, `${manifest.name}-${manifest.version}.tgz`);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const recipe of TESTING_EXAMPLES)
    it(`${recipe.name} passes its own tests`, () => runRecipe(recipe, { root, folder, tarball }));
});
