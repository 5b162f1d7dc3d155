import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { before, describe, it } from 'node:test';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-07';
import manifest from '../../package.json' with { type: 'json' };
import { bundledPackages, sourceMapsIn } from '../../scripts/build/bundled-packages.js';
import { createSbom, type LockedPackage, type Sbom } from '../../scripts/build/sbom.js';
import { codeIn, readText, root, section } from '../support/markdown.js';

interface Locked extends LockedPackage {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, Locked> };
const others = Object.entries(packages).filter(([path]) => path !== '');
/** What an installation of the package brings, by npm's own marks. */
const runtime = others.filter(([, { dev }]) => dev !== true);
const sbom = JSON.parse(readText('dist/sbom.cdx.json')) as Sbom;

const maps = sourceMapsIn(join(root, 'dist'));
const isForScriptTags = (file: string) => file.includes(`${sep}cdn${sep}`);
const bundled = bundledPackages(maps);
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

describe('the installation', () => {
  it('runs no script of the package', () => {
    const atInstallation = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'];
    const scripts = Object.keys(manifest.scripts);
    assert.deepEqual(
      scripts.filter((name) => atInstallation.includes(name)),
      [],
    );
  });

  it('runs no script of a package that it brings', () => {
    assert.ok(runtime.length >= 8);
    assert.deepEqual(
      runtime.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path),
      [],
    );
  });

  it('of the project needs none either: the release installs without, and CONTRIBUTING.md lists who has one', () => {
    const workflow = readText('.github/workflows/release.yml');
    assert.match(workflow, /npm ci --ignore-scripts/);
    assert.doesNotMatch(workflow, /npm ci(?! --ignore-scripts)/);
    const withScript = others.filter(([, { hasInstallScript }]) => hasInstallScript);
    const listed = /have an\s+install script: ([^;.]+)/.exec(
      section(readText('CONTRIBUTING.md'), 'Packages'),
    );
    assert.deepEqual(
      codeIn(listed?.[1] ?? ''),
      [...new Set(withScript.map(([path]) => nameOf(path)))].sort(),
    );
  });
});

for (const [folder, files] of [
  ['dist', maps.filter((file) => !isForScriptTags(file))],
  ['dist/cdn', maps.filter(isForScriptTags)],
] as const)
  describe(`${folder}/LICENSES.txt`, () => {
    const text = readText(`${folder}/LICENSES.txt`);

    it('has the full licence of each package whose code was bundled', () => {
      const paths = bundledPackages(files);
      assert.ok(paths.length >= 3);
      for (const path of paths)
        assert.ok(text.includes(`\n${nameOf(path)}\n\n${readText(`${path}/LICENSE`).trim()}\n`), path);
    });

    it('names no package that is not in the bill of materials', () => {
      const named = [...text.matchAll(/(?<=^-{80}\n\n)\S+$/gm)].map(([name]) => name);
      const listed = sbom.components.map(({ name }) => name);
      assert.deepEqual(
        named.filter((name) => !listed.includes(name)),
        [],
      );
      assert.ok(named.length >= bundledPackages(files).length);
    });
  });

describe('the bill of materials', () => {
  const folder = 'http://cyclonedx.org/schema/';

  before(() => {
    const require = createRequire(import.meta.url);
    const library = dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json'));
    const register = (file: string, as: string) =>
      registerSchema(
        require(join(library, `res/schema/${file}.SNAPSHOT.schema.json`)) as Parameters<
          typeof registerSchema
        >[0],
        folder + as,
      );
    register('spdx', 'spdx.SNAPSHOT.schema.json');
    register('jsf-0.82', 'jsf-0.82.SNAPSHOT.schema.json');
    register('bom-1.6', 'bom-1.6.schema.json');
  });

  it('is valid CycloneDX 1.6', async () => {
    const isValid = await validate(`${folder}bom-1.6.schema.json`);
    const judge = (text: string) => isValid(JSON.parse(text) as Parameters<typeof isValid>[0], 'BASIC');
    const output = judge(JSON.stringify(sbom));
    assert.ok(output.valid, JSON.stringify(output, null, 2));
    assert.equal(judge(JSON.stringify({ ...sbom, components: [{ type: 'library' }] })).valid, false);
  });

  it('lists what an installation brings and what the files contain, and nothing else', () => {
    const names = new Set([...runtime.map(([path]) => path), ...bundled].map(nameOf));
    assert.deepEqual(
      sbom.components.map(({ name }) => name),
      [...names].sort(),
    );
    const { name, version } = sbom.metadata.component;
    assert.deepEqual([name, version], [manifest.name, manifest.version]);
  });

  it('marks exactly the packages whose code is in the files', () => {
    const marked = sbom.components.filter(({ properties = [] }) =>
      properties.some(({ name, value }) => name === 'cdx:npm:package:bundled' && value === 'true'),
    );
    assert.deepEqual(
      marked.map(({ name }) => name),
      bundled.map(nameOf).sort(),
    );
  });

  it('has the version, licence and hash of each package from package-lock.json', () => {
    for (const { name, version, licenses, hashes } of sbom.components) {
      const locked = packages[`node_modules/${name}`];
      assert.equal(version, locked?.version);
      assert.deepEqual(licenses, [{ license: { id: locked?.license } }]);
      const [hash] = hashes ?? [];
      assert.equal(`sha512-${Buffer.from(hash?.content ?? '', 'hex').toString('base64')}`, locked?.integrity);
    }
  });

  it('connects every package to the one that brings it', () => {
    const refs = sbom.components.map((component) => component['bom-ref']);
    const reached = new Set(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn));
    assert.deepEqual([...reached].sort(), [...refs].sort());
  });

  it('has neither a time nor a number of its own', () => {
    assert.deepEqual(Object.keys(sbom.metadata), ['component']);
    assert.ok(!('serialNumber' in sbom));
  });
});

describe('createSbom', () => {
  const own = {
    name: 'own',
    version: '1.0.0',
    description: 'It.',
    license: 'MIT',
    dependencies: { a: '^1.0.0' },
  };

  it('takes the version of a package that lies in the folder of its importer', () => {
    const { dependencies } = createSbom({
      manifest: own,
      packages: {
        'node_modules/a': { version: '1.0.0', dependencies: { b: '^1.0.0', c: '^1.0.0' } },
        'node_modules/a/node_modules/b': { version: '1.5.0', dependencies: { c: '^1.0.0' } },
        'node_modules/b': { version: '2.0.0' },
        'node_modules/c': { version: '1.1.0' },
      },
      bundled: [],
    });
    const dependsOn = Object.fromEntries(dependencies.map((each) => [each.ref, each.dependsOn]));
    assert.deepEqual(dependsOn, {
      'pkg:npm/own@1.0.0': ['pkg:npm/a@1.0.0'],
      'pkg:npm/a@1.0.0': ['pkg:npm/b@1.5.0', 'pkg:npm/c@1.1.0'],
      'pkg:npm/b@1.5.0': ['pkg:npm/c@1.1.0'],
      'pkg:npm/c@1.1.0': [],
    });
  });

  it('names a package that the lockfile lacks', () => {
    assert.throws(() => createSbom({ manifest: own, packages: {}, bundled: [] }), /no node_modules\/a/);
  });
});
