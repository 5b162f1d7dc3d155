import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Package } from 'custom-elements-manifest';
import { editorData } from '../../scripts/build/editor-data.js';
import type { VkycEventDetails } from '../../src/element/events.js';
import { EnkashVkycButton, type State } from '../../src/index.js';
import { MODES } from '../../src/launch/call-mode.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';
import type { EnkashOptions, VkycBackendOptions } from '../../src/server/index.js';
import { PHASES } from '../../src/status/phase.js';
import { elementIn } from './element-in.js';
import { codeIn, readText, root, rows, section } from '../support/markdown.js';

/** Each event with the members of its detail: the compiler compares this list with the element's own types. */
const EVENTS: { [Type in keyof VkycEventDetails]: Record<keyof VkycEventDetails[Type], true> } = {
  'vkyc-start': { mode: true },
  'vkyc-open': { mode: true },
  'vkyc-downgrade': { from: true, to: true, reason: true },
  'vkyc-close': { mode: true, reason: true },
  'vkyc-status-change': { phase: true, previousPhase: true, kycStatus: true, kycSubStatus: true },
  'vkyc-availability-change': { open: true, reason: true, opensAt: true, closesAt: true, clock: true },
  'vkyc-remind': { opensAt: true },
  'vkyc-reload': {},
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
  'enkash.maxConcurrency': true,
  secret: true,
  basePath: true,
  sessionTtlSeconds: true,
  store: true,
  schedule: true,
  statusPhases: true,
  allowedLinkHosts: true,
  allowedOrigins: true,
  rateLimit: true,
  onEvent: true,
  now: true,
  fetch: true,
};

const page = readText('docs/reference.md');
const manifest = JSON.parse(editorData()['custom-elements.json'] ?? '') as Package;
const { attributes = [], members = [], events = [], slots = [], ...element } = elementIn(manifest);
const { cssParts = [], cssProperties = [], cssStates = [] } = element;

const namesOf = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name).sort();
const firstColumn = (heading: string) => rows(section(page, heading)).flatMap(([cell = '']) => codeIn(cell));
/** The names in the first column of the table under "Styling" whose head is given. */
const styling = (head: string) => {
  const [, table = ''] = section(page, 'Styling').split(new RegExp(`^\\| ${head} `, 'm'));
  return rows(`| \n|---|\n${table.split('\n\n')[0]?.split('\n').slice(2).join('\n') ?? ''}`).flatMap(
    ([cell = '']) => codeIn(cell),
  );
};

describe('docs/reference.md', () => {
  const settings = rows(section(page, 'Attributes and properties'));

  it('gives the defaults of a new element', () => {
    const button = new EnkashVkycButton();
    for (const property of ['mode', 'credentials', 'theme', 'disabled'] as const) {
      const row = settings.find(([, cell = '']) => codeIn(cell)[0] === property);
      assert.equal(codeIn(row?.[2] ?? '')[0], String(button[property]), property);
    }
    const hosts = settings.find(([cell]) => cell === '`allowed-link-hosts`');
    assert.equal(hosts?.[2], `\`${DEFAULT_LINK_HOSTS.join(' ')}\``);
  });

  it('lists every mode, as README does, and explains host where it lists it', () => {
    for (const text of [section(page, 'Modes'), section(readText('README.md'), 'API')]) {
      const modes = rows(text);
      assert.deepEqual(
        modes.map(([mode = '']) => codeIn(mode)[0]),
        MODES,
      );
      assert.match(modes.at(-1)?.[1] ?? '', /^the page or native shell opens the link itself/);
    }
  });

  it('lists every event with the members of its detail', () => {
    const documented = rows(section(page, 'Events')).map(([event = '', detail = '']) => [
      codeIn(event)[0],
      detail.match(/\w+/g) ?? [],
    ]);
    const real = Object.entries(EVENTS).map(([event, detail]) => [event, Object.keys(detail)]);
    assert.deepEqual(documented, real);
  });

  it('lists every state and every phase', () => {
    assert.deepEqual(firstColumn('States and phases'), [...Object.keys(STATES), ...PHASES]);
  });

  it('lists every option of the backend', () => {
    assert.deepEqual(firstColumn('Backend options').sort(), Object.keys(BACKEND_OPTIONS).sort());
  });

  it('lists the custom properties with the defaults that the styles have', () => {
    const css = EnkashVkycButton.styles.map(({ cssText }) => cssText).join('');
    const real = new Set(css.match(/--vkyc-[a-z-]+/g));
    assert.deepEqual(styling('custom property').sort(), [...real].sort());
    for (const [property = '', value = ''] of rows(section(page, 'Styling'))) {
      const [name = '', fallback] = [codeIn(property)[0], codeIn(value)[0]];
      if (name.startsWith('--') && fallback !== undefined)
        assert.ok(css.includes(`var(${name}, ${fallback})`), `${name} is not ${fallback}`);
    }
  });

  it('lists parts that the templates have', () => {
    const templates = ['src/element/templates', 'src/launch']
      .flatMap((folder) => readdirSync(join(root, folder)).map((name) => readText(join(folder, name))))
      .join('');
    for (const part of styling('part')) assert.match(templates, new RegExp(`['"]${part}['"]`), part);
  });
});

describe('docs/reference.md, compared with the manifest', () => {
  it('lists the attributes and properties, each beside the other', () => {
    const documented = rows(section(page, 'Attributes and properties')).map(
      ([attribute = '', property = '']) => [codeIn(attribute)[0], codeIn(property)[0]],
    );
    const settable = members.filter((member) => member.kind === 'field' && !member.readonly);
    const real = [
      ...attributes.map(({ name, fieldName }) => [name, fieldName]),
      ...settable
        .filter(({ name }) => !attributes.some(({ fieldName }) => fieldName === name))
        .map(({ name }) => [undefined, name]),
    ];
    assert.deepEqual(documented.sort(), real.sort());
  });

  it('lists the methods and the read-only properties', () => {
    const documented = firstColumn('Methods and read-only properties').map((name) =>
      name.replace(/^EnkashVkycButton\.|\(.*\)$/g, ''),
    );
    assert.deepEqual(
      documented.filter((name) => !name.startsWith('{')).sort(),
      namesOf(members.filter((member) => member.kind === 'method' || member.readonly)),
    );
  });

  it('lists the events', () => {
    assert.deepEqual(firstColumn('Events').sort(), namesOf(events));
  });

  it('lists the states and the phases', () => {
    assert.deepEqual(firstColumn('States and phases').sort(), namesOf(cssStates));
  });

  it('lists the custom properties, the parts and the slots', () => {
    assert.deepEqual(styling('custom property').sort(), namesOf(cssProperties));
    assert.deepEqual(styling('part').sort(), namesOf(cssParts));
    assert.deepEqual(styling('slot').sort(), namesOf(slots).filter(Boolean));
  });
});
