import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import manifest from '../../package.json' with { type: 'json' };
import type { VkycEventDetails } from '../../src/element/events.js';
import { errorSentence } from '../../src/element/templates/hint.js';
import { buttonStyles } from '../../src/element/styles/button-styles.js';
import { ERROR_CATALOGUE } from '../../src/errors/error-catalogue.js';
import { EnkashVkycButton, type ErrorCode, type State } from '../../src/index.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';
import en from '../../src/locales/en.js';
import type { EnkashOptions, VkycBackendOptions } from '../../src/server/index.js';
import { REFUSAL_STATUS } from '../../src/server/errors.js';
import { httpFailure } from '../../src/session/http-failure.js';
import { readSessionAnswer } from '../../src/session/session-answer.js';
import { VkycError } from '../../src/errors/vkyc-error.js';
import { PHASES } from '../../src/status/phase.js';
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
} from './markdown.js';

/** Each event with the members of its detail: the compiler holds this list against the element's own types. */
const EVENTS: { [Type in keyof VkycEventDetails]: Record<keyof VkycEventDetails[Type], true> } = {
  'vkyc-start': { mode: true },
  'vkyc-open': { mode: true },
  'vkyc-downgrade': { from: true, to: true, reason: true },
  'vkyc-close': { mode: true, reason: true },
  'vkyc-status-change': { phase: true, previousPhase: true, kycStatus: true, kycSubStatus: true },
  'vkyc-availability-change': { open: true, reason: true, opensAt: true, closesAt: true, clock: true },
  'vkyc-remind': { opensAt: true },
  'vkyc-session-expired': {},
  'vkyc-error': { code: true, retryable: true, actor: true },
};

const STATES: Record<State, true> = {
  idle: true,
  loading: true,
  ready: true,
  closed: true,
  opening: true,
  open: true,
  checking: true,
  done: true,
  error: true,
};

const BACKEND_OPTIONS: Record<
  Exclude<keyof VkycBackendOptions, 'enkash'> | `enkash.${keyof EnkashOptions}`,
  true
> = {
  'enkash.baseUrl': true,
  'enkash.partnerId': true,
  'enkash.token': true,
  'enkash.statusUrl': true,
  'enkash.timeoutMs': true,
  secret: true,
  basePath: true,
  sessionTtlSeconds: true,
  store: true,
  schedule: true,
  allowedLinkHosts: true,
  allowedOrigins: true,
  rateLimit: true,
  onEvent: true,
  now: true,
  fetch: true,
};

const readme = readText('README.md');
const architecture = readText('ARCHITECTURE.md');
const names = (text: string, column = 0) => rows(text).flatMap((cells) => codeIn(cells[column] ?? ''));

describe('README.md', () => {
  const settings = rows(section(readme, 'Attributes and properties'));

  it('gives the defaults that a new element has', () => {
    const element = new EnkashVkycButton();
    for (const property of ['mode', 'credentials', 'theme', 'disabled'] as const) {
      const row = settings.find(([, cell = '']) => codeIn(cell)[0] === property);
      assert.equal(codeIn(row?.[2] ?? '')[0], String(element[property]), property);
    }
    const hosts = settings.find(([cell]) => cell === '`allowed-link-hosts`');
    assert.equal(hosts?.[2], `\`${DEFAULT_LINK_HOSTS.join(' ')}\``);
  });

  it('names every event with the members of its detail', () => {
    const documented = rows(section(readme, 'Events')).map(([event = '', detail = '']) => [
      codeIn(event)[0],
      detail.match(/\w+/g) ?? [],
    ]);
    const real = Object.entries(EVENTS).map(([event, detail]) => [event, Object.keys(detail)]);
    assert.deepEqual(documented, real);
  });

  it('names every state and every phase', () => {
    assert.deepEqual(names(section(readme, 'States and phases')), [...Object.keys(STATES), ...PHASES]);
  });

  it('names every custom property, and parts that exist', () => {
    const [properties = '', parts = ''] = section(readme, 'Look and words').split('\n\nParts:');
    const real = new Set(buttonStyles.cssText.match(/--vkyc-[a-z-]+/g));
    assert.deepEqual(codeIn(properties).sort(), [...real].sort());
    const drawn = ['element/view', 'element/disclosure', 'element/handoff-panel', 'launch/dialog-parts']
      .map((file) => readText(`src/${file}.ts`))
      .join('');
    for (const part of codeIn(parts.split('\n\n')[0] ?? ''))
      assert.match(drawn, new RegExp(`['"]${part}['"]`), part);
  });

  it('names every option of the backend', () => {
    assert.deepEqual(names(section(readme, 'The backend')).sort(), Object.keys(BACKEND_OPTIONS).sort());
  });

  it('shows a session answer of which the element reads every part', () => {
    const [json = ''] = snippets(section(readme, 'The session endpoint'), 'json');
    const answer = readSessionAnswer(JSON.parse(json));
    assert.ok(typeof answer !== 'string');
    for (const [member, value] of Object.entries(answer)) assert.notEqual(value, null, member);
    assert.equal(answer.status.kycSubStatus?.name, 'VKYC_IN_PROGRESS');
    const session = section(readme, 'The session endpoint');
    for (const name of names(session))
      assert.ok(name.startsWith('session.') && name.slice(8) in answer, name);
  });

  it('pins the version, and asks for the Node that package.json asks for', () => {
    assert.ok(readme.includes(`enkash-vkyc-button-${manifest.version}.js`));
    const versions = manifest.engines.node.match(/(?<=[\^=])\d+(\.\d+)?/g) ?? [];
    for (const page of [readme, readText('CONTRIBUTING.md')])
      for (const version of versions) assert.match(page, new RegExp(`\\b${version}\\b`));
  });
});

describe('ARCHITECTURE.md', () => {
  const [, block = ''] = /const rooms = \{([^}]+)\}/.exec(readText('eslint.config.js')) ?? [];
  const rooms = [...block.matchAll(/(\w+): \[([^\]]*)\]/g)].map(([, room = '', may = '']) => ({
    room,
    may: may.match(/\w+/g) ?? [],
  }));

  it('draws the arrows that the linter holds', () => {
    const drawn = rows(section(architecture, 'The arrows')).map(([room = '', may = '']) => ({
      room: codeIn(room)[0],
      may: codeIn(may),
    }));
    assert.deepEqual(drawn, rooms);
  });

  it('has every room of the linter and every other part of src/ in its tree, and nothing else', () => {
    const tree = section(architecture, 'The tree');
    const drawn = [...tree.matchAll(/^ {6}([\w.-]+)/gm)].map(([, name]) => name);
    const real = new Set([...rooms.map(({ room }) => room), ...readdirSync(join(root, 'src'))]);
    assert.deepEqual(drawn.sort(), [...real].sort());
  });

  it('sends the reader to files that exist', () => {
    for (const path of names(section(architecture, 'Where to put what'), 1))
      assert.ok(existsSync(join(root, 'src', path)), path);
  });

  it('tells the size that the CDN file really has, to a kilobyte', () => {
    const told = rows(section(architecture, 'Size')).find(([what]) => what === 'the CDN file');
    const code = readText('dist/cdn/enkash-vkyc-button.js');
    assert.ok(Math.abs(Number.parseFloat(told?.[1] ?? '') - brotliCompressSync(code).byteLength / 1000) < 1);
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
    it(`says of ${code} who acts, whether to try again, and what the customer reads`, () => {
      const { actor, retryable } = ERROR_CATALOGUE[code];
      const text = section(page, code);
      assert.ok(text.includes(`Actor: ${actor}. Retryable: ${retryable ? 'yes' : 'no'}.`));
      assert.ok(text.includes(`The customer reads: "${errorSentence(en, code)}"`));
      assert.match(text, /- Cause: [\s\S]+- Mend: /);
    });
  }

  it('tells each code of the backend with its status, and what the element makes of it', () => {
    const told = rows(section(page, 'What the backend says')).map(([code = '', status, element = '']) => [
      codeIn(code)[0],
      Number(status),
      codeIn(element)[0],
    ]);
    const real = Object.entries(REFUSAL_STATUS).map(([code, status]) => {
      const failure = httpFailure(new Response(null, { status }), { code });
      return [code, status, failure instanceof VkycError ? failure.code : undefined];
    });
    assert.deepEqual(told, real);
  });
});

describe('docs/csp.md', () => {
  it('allows the frame the hosts that a link may have', () => {
    const sources = DEFAULT_LINK_HOSTS.map((host) => `https://${host}`).join(' ');
    for (const page of [readText('docs/csp.md'), readme]) assert.ok(page.includes(sources));
  });
});

describe('every page', () => {
  for (const path of PAGES) {
    const page = readText(path);

    it(`links from ${path} to what exists`, () => {
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
