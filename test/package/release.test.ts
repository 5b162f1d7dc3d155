import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import type { Sbom } from '../../scripts/build/sbom.js';
import { readText, root } from '../support/markdown.js';
import { createWorkingCopy } from './release/working-copy.js';

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly needs?: readonly string[]; readonly steps?: readonly Readonly<Record<string, string>>[] }
    >
  >;
}

const { jobs } = parse(readText('.github/workflows/release.yml')) as Workflow;
const commandsOf = (job: string) => (jobs[job]?.steps ?? []).flatMap(({ run }) => (run ? [run] : []));

const { components } = JSON.parse(readText('dist/sbom.cdx.json')) as Sbom;
const copy = createWorkingCopy(components.map(({ name }) => name));
after(() => rmSync(dirname(dirname(copy.folder)), { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(copy.folder, path), 'utf8');
const readManifest = () => JSON.parse(read('package.json')) as { version: string; repository?: object };

/** Every file of a folder with the hash of its bytes. */
const hashesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        file.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );

describe('the release workflow, in a copy of the project', () => {
  const [checkTag = '', install = '', setRepository = '', publish = '', summary = '', ...more] =
    commandsOf('publish');

  it('publishes after all tests and the examples, in five commands', () => {
    assert.deepEqual(jobs.publish?.needs, ['test', 'examples']);
    assert.deepEqual(commandsOf('examples'), [install, 'npm run audit', 'npm run test:examples']);
    assert.deepEqual(more, []);
    assert.equal(publish, 'npm publish');
  });

  it('stops at a tag that does not name the version', () => {
    const tag = (name: string) => copy.run(checkTag, { GITHUB_REF_NAME: name }).code;
    assert.deepEqual([tag(`v${manifest.version}`), tag('v99.0.0'), tag('main')], [0, 1, 1]);
  });

  it('installs what the lockfile says, which agrees with package.json', () => {
    assert.equal(install, 'npm ci --ignore-scripts');
    const { code, output } = copy.run(`${install} --dry-run --offline`);
    assert.equal(code, 0, output);
  });

  it('names the repository that it runs in', () => {
    const env = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'owner/name' };
    const { code, output } = copy.run(setRepository, env);
    assert.equal(code, 0, output);
    assert.deepEqual(readManifest().repository, {
      type: 'git',
      url: 'git+https://github.example/owner/name.git',
    });
  });

  it('builds and packs the package, with its bill of materials', () => {
    assert.ok(!existsSync(join(copy.folder, 'dist')));
    const { code, output } = copy.run(`${publish} --dry-run --offline`);
    assert.equal(code, 0, output);
    for (const file of ['dist/cdn/enkash-vkyc-button.js', 'dist/sbom.cdx.json', 'dist/LICENSES.txt'])
      assert.ok(output.includes(file), file);
  });

  it('builds the same bytes as a build in another folder, time zone and language', () => {
    const [here, there] = [root, copy.folder].map((folder) => hashesOf(join(folder, 'dist')));
    assert.deepEqual(Object.keys(there ?? {}), Object.keys(here ?? {}));
    const differing = Object.entries(here ?? {}).filter(([file, hash]) => there?.[file] !== hash);
    assert.deepEqual(
      differing.map(([file]) => file),
      [],
    );
  });

  it('shows the integrity values', () => {
    const { code, output } = copy.run(summary, { GITHUB_STEP_SUMMARY: 'summary.md' });
    assert.equal(code, 0, output);
    assert.equal(read('summary.md'), readText('dist/cdn/integrity.json'));
  });

  it('has a version, a section of the changelog and the same version everywhere after release:version', () => {
    const change = `---\n'${manifest.name}': minor\n---\n\nShow the name of the agent.\n`;
    writeFileSync(join(copy.folder, '.changeset/agent.md'), change);
    const { code, output } = copy.run('npm run release:version');
    assert.equal(code, 0, output);
    const { version } = readManifest();
    assert.notEqual(version, manifest.version);
    assert.match(read('CHANGELOG.md'), new RegExp(`^## ${version.replaceAll('.', '\\.')}$`, 'm'));
    assert.match(read('CHANGELOG.md'), /Show the name of the agent\./);
    assert.ok(read('src/version.ts').includes(`'${version}'`));
    assert.equal(copy.run(checkTag, { GITHUB_REF_NAME: `v${version}` }).code, 0);
    assert.equal(copy.run(`${install} --dry-run --offline`).code, 0);
    assert.ok(!existsSync(join(copy.folder, '.changeset/agent.md')));
  });
});
