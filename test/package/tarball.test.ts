import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Package } from 'custom-elements-manifest';
import { publint } from 'publint';
import manifest from '../../package.json' with { type: 'json' };
import { elementIn } from './element-in.js';
import { root } from '../support/markdown.js';
import { importInNode } from './tarball/bare-node.js';
import { BUNDLERS, type Scripts } from './tarball/bundle.js';
import { compile } from './tarball/compile.js';
import { createFrameworkSources } from './tarball/framework-sources.js';
import { installPackage } from './tarball/install-package.js';

const partner = installPackage();
const read = (path: string) => readFileSync(join(partner.installed, path), 'utf8');

after(() => rmSync(partner.folder, { recursive: true, force: true }));

/** The exports that register the tag. A test below checks that no other does. */
const REGISTERING = ['./define.js', './react', './vue'] as const;

/** The files that match a path with at most one `*`, which matches no `/`; each with the text that `*` matches. */
const matching = (path: string) => {
  const [before = '', behind = ''] = path.replace('./', '').split('*');
  return partner.files
    .filter((file) =>
      path.includes('*') ? file.startsWith(before) && file.endsWith(behind) : file === before,
    )
    .map((file) => ({ file, star: file.slice(before.length, file.length - behind.length) }))
    .filter(({ star }) => !star.includes('/'));
};

describe('the packed package', () => {
  it('contains a file for every path in its package.json', () => {
    const { exports, customElements, contributes, jsdelivr, unpkg, sideEffects, bin } = manifest;
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : [target.types, target.default],
    );
    const named = [...contributes.html.customData, ...sideEffects, ...Object.values(bin)];
    for (const path of [...targets, ...named, customElements, manifest['web-types'], jsdelivr, unpkg])
      assert.notEqual(matching(path).length, 0, path);
  });

  it('contains the build, types and docs, and nothing else', () => {
    for (const file of partner.files)
      assert.match(
        file,
        /^(dist|docs)\/|^types\/(\w+\.d\.ts|empty\.js)$|^(package\.json|(README|CHANGELOG|SECURITY)\.md|LICENSE)$/,
      );
  });

  it('declares side effects for exactly the files that register something', () => {
    const named = manifest.sideEffects.flatMap(matching).map(({ file }) => file);
    const forScriptTags = partner.files.filter((file) => /^dist\/cdn\/.*\.js$/.test(file));
    const registering = REGISTERING.map((path) => manifest.exports[path].default.slice(2));
    assert.deepEqual(named.sort(), [...registering, ...forScriptTags].sort());
  });

  it('passes publint', async () => {
    const tarball = Uint8Array.from(readFileSync(partner.tarball)).buffer;
    const { messages } = await publint({ pack: { tarball }, strict: true });
    assert.deepEqual(messages, []);
  });

  it('provides TypeScript types for each import, in Node and in bundlers', () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const args = [attw, partner.tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  it('provides a command', () => {
    const command = join(partner.folder, 'node_modules/.bin', manifest.name);
    assert.match(execFileSync(command, ['--help'], { encoding: 'utf8' }), /endpoint/);
  });
});

describe('the packed modules in Node', () => {
  const registering = REGISTERING.map((path) => manifest.name + path.slice(1));
  // all except the files for script tags
  const others = Object.entries(manifest.exports)
    .filter(([path]) => path !== './cdn/*')
    .flatMap(([path, target]) =>
      matching(typeof target === 'string' ? target : target.default).map(
        ({ star }) => manifest.name + path.slice(1).replace('*', star),
      ),
    )
    .filter((specifier) => !registering.includes(specifier));

  it('access no browser global and register nothing', () => {
    for (const path of ['', '/server', '/sandbox', '/locales/ta.js', '/types/vue', '/custom-elements.json'])
      assert.ok(others.includes(manifest.name + path), path);
    assert.deepEqual(importInNode(partner, others), { touched: [], registered: false });
  });

  for (const specifier of registering) {
    it(`register the tag with ${specifier}, and access no browser global beyond Lit's shim`, () => {
      assert.deepEqual(importInNode(partner, [specifier]), { touched: [], registered: true });
    });
  }
});

for (const [name, bundle] of Object.entries(BUNDLERS)) {
  describe(`the packed modules bundled by ${name}`, () => {
    const registers = /customElements\.define\(/;
    let codes: Scripts;

    before(async () => {
      codes = await bundle(partner, {
        define: `import 'enkash-vkyc-button/define.js';`,
        react: `import { VkycButton } from 'enkash-vkyc-button/react'; console.log(VkycButton);`,
        vue: `import { VkycButton } from 'enkash-vkyc-button/vue'; console.log(VkycButton);`,
        class: `import { EnkashVkycButton } from 'enkash-vkyc-button'; console.log(EnkashVkycButton);`,
        parser: `import { parseEnumModel } from 'enkash-vkyc-button'; console.log(parseEnumModel('A'));`,
        types: `import 'enkash-vkyc-button/types/react'; console.log('only this');`,
      });
    });

    it('register the tag with define.js, even when nothing else of it is used', () => {
      assert.match(codes.define ?? '', registers);
    });

    it('register the tag with the components for React and Vue', () => {
      assert.match(codes.react ?? '', registers);
      assert.match(codes.vue ?? '', registers);
    });

    it('register nothing with the class alone', () => {
      assert.match(codes.class ?? '', /session-endpoint/);
      assert.doesNotMatch(codes.class ?? '', registers);
    });

    it('include neither the element nor Lit with a pure function', () => {
      const code = codes.parser ?? '';
      assert.match(code, /EnumModel/);
      assert.equal(/LitElement|attachInternals|session-endpoint/.exec(code)?.[0], undefined);
    });

    it('include nothing of a type file', () => {
      assert.match(codes.types ?? '', /only this/);
      assert.ok((codes.types ?? '').length < 1000);
    });
  });
}

describe('the packed types', () => {
  it('accept correct usage and reject incorrect usage, in plain TypeScript and in five frameworks', () => {
    const element = elementIn(JSON.parse(read('dist/custom-elements.json')) as Package);
    assert.deepEqual(compile(partner, createFrameworkSources(element)), []);
  });
});
