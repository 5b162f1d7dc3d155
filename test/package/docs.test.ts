import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { errorSentence } from '../../src/element/templates/hint.js';
import { ERROR_CATALOGUE } from '../../src/errors/error-catalogue.js';
import type { ErrorCode } from '../../src/index.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';
import en from '../../src/locales/en.js';
import { STATUS_OF_CODE } from '../../src/protocol/http-errors.js';
import { httpFailure } from '../../src/session/http-failure.js';
import { readSessionAnswer } from '../../src/protocol/session-answer.js';
import { VkycError } from '../../src/errors/vkyc-error.js';
import {
  anchors,
  codeIn,
  headings,
  links,
  PAGES,
  readText,
  root,
  rows,
  section,
  snippets,
} from '../support/markdown.js';

const readme = readText('README.md');

describe('README.md', () => {
  it('links to every page of docs/, to the examples and to what else a reader looks for', () => {
    const documented = new Set(links(readme).map((link) => link.split('#')[0]));
    const others = [
      'docs/openapi.yaml',
      'examples/README.md',
      'ARCHITECTURE.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'LICENSE',
    ];
    for (const path of [...PAGES.filter((page) => page.startsWith('docs/')), ...others])
      assert.ok(documented.has(path), path);
  });

  it('shows the two commands to try and to test it, and no file for script tags but the one that is built', () => {
    const commands = snippets(readme, 'sh').map((code) => code.trim());
    assert.ok(commands.includes('npm ci && npm start'));
    assert.ok(commands.includes('npm ci && npm run setup && npm test'));
    assert.ok(readme.includes('`dist/cdn/enkash-vkyc-button.js`'));
    assert.ok(existsSync(join(root, 'dist/cdn/enkash-vkyc-button.js')));
  });

  it('asks for the Node that package.json asks for', () => {
    const versions = manifest.engines.node.match(/(?<=[\^=])\d+(\.\d+)?/g) ?? [];
    for (const page of [readme, readText('CONTRIBUTING.md')])
      for (const version of versions) assert.match(page, new RegExp(`\\b${version}\\b`));
  });
});

describe('docs/backend.md', () => {
  it('shows a session response of which the element reads every part', () => {
    const contract = section(readText('docs/backend.md'), 'The session endpoint');
    const [json = ''] = snippets(contract, 'json');
    const response = readSessionAnswer(JSON.parse(json));
    assert.ok(typeof response !== 'string');
    for (const [member, value] of Object.entries(response)) assert.notEqual(value, null, member);
    assert.equal(response.status.kycSubStatus?.name, 'VKYC_IN_PROGRESS');
    for (const name of rows(contract).flatMap(([member = '']) => codeIn(member)))
      assert.ok(name.startsWith('session.') && name.slice(8) in response, name);
  });
});

describe('CONTRIBUTING.md', () => {
  it('lists every npm script', () => {
    const listed = rows(readText('CONTRIBUTING.md')).map(([command = '']) => codeIn(command)[0]);
    const scripts = Object.keys(manifest.scripts).map((name) =>
      name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`,
    );
    assert.deepEqual(listed.sort(), scripts.sort());
  });
});

describe('docs/errors.md', () => {
  const page = readText('docs/errors.md');
  const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

  it('has a heading for each code, in the order of the catalogue', () => {
    assert.deepEqual(headings(page, '##').slice(0, -1), codes);
  });

  for (const code of codes) {
    it(`documents who fixes ${code}, whether a retry may help, and what the customer reads`, () => {
      const { actor, retryable } = ERROR_CATALOGUE[code];
      const text = section(page, code);
      assert.ok(text.includes(`Actor: ${actor}. Retryable: ${retryable ? 'yes' : 'no'}.`));
      assert.ok(text.includes(`The customer reads: "${errorSentence(en, code)}"`));
      assert.match(text, /- Cause: [\s\S]+- Fix: /);
    });
  }

  it('lists each code of the backend with its status and the error of the element', () => {
    const documented = rows(section(page, 'Backend codes')).map(([code = '', status, element = '']) => [
      codeIn(code)[0],
      Number(status),
      codeIn(element)[0],
    ]);
    const real = Object.entries(STATUS_OF_CODE).map(([code, status]) => {
      const failure = httpFailure(new Response(null, { status }), { code });
      return [code, status, failure instanceof VkycError ? failure.code : undefined];
    });
    assert.deepEqual(documented, real);
  });
});

describe('docs/csp.md', () => {
  it('allows frames from the hosts that a link may have', () => {
    const sources = DEFAULT_LINK_HOSTS.map((host) => `https://${host}`).join(' ');
    assert.ok(readText('docs/csp.md').includes(sources));
  });
});

/** The commands of a page, each with the section that it stands in. */
const commandsOf = (page: string) =>
  page
    .split(/^(?=#+ )/m)
    .flatMap((part) =>
      snippets(part, 'sh').flatMap((code) => code.split('\n').map((command) => ({ command, part }))),
    );

describe('every page', () => {
  for (const path of PAGES) {
    const page = readText(path);

    it(`has no command in ${path} that downloads the package by its name, as anybody could register it`, () => {
      const { name } = manifest;
      assert.doesNotMatch(page, new RegExp(`(?:unpkg\\.com|jsdelivr\\.net/npm|esm\\.sh)/${name}`));
      for (const { command, part } of commandsOf(page)) {
        if (/\b(?:npm (?:i|install|add|exec|create)|yarn|pnpm|bun)\b/.test(command))
          assert.doesNotMatch(command, new RegExp(`(?<![\\w./-])${name}(?![\\w/-])`), command);
        if (command.includes(`npx ${name}`))
          assert.match(part.replaceAll('\n', ' '), /where the package is installed/, command);
      }
    });

    it(`has links in ${path} that lead to existing files and headings`, () => {
      for (const link of links(page)) {
        if (/^https:/.test(link)) continue;
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? path : join(dirname(path), file);
        assert.ok(existsSync(join(root, target)), link);
        if (anchor !== undefined) assert.ok(anchors(readText(target)).includes(anchor), link);
      }
    });

    it(`names in ${path} only npm scripts that exist`, () => {
      for (const [, run, short] of page.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g))
        assert.ok(Object.hasOwn(manifest.scripts, run ?? short ?? ''), run);
    });
  }
});
