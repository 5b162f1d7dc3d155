import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import type { BrowserName, CompatStatement, Identifier } from '@mdn/browser-compat-data';
import { codeIn, readText, rows, section } from '../support/markdown.js';

/** Each feature of the page: its key in the compatibility data, and a pattern of its use in the built file. */
const FEATURES: Readonly<Record<string, readonly [key: string, use: RegExp]>> = {
  'light-dark()': ['css.types.color.light-dark', /light-dark\(/],
  'color-mix()': ['css.types.color.color-mix', /color-mix\(/],
  adoptedStyleSheets: ['api.Document.adoptedStyleSheets', /adoptedStyleSheets/],
  'static blocks': ['javascript.classes.static.initialization_blocks', /static\{/],
  'attachInternals()': ['api.HTMLElement.attachInternals', /attachInternals\(/],
  'Object.hasOwn()': ['javascript.builtins.Object.hasOwn', /Object\.hasOwn\(/],
  'showModal()': ['api.HTMLDialogElement.showModal', /showModal\(/],
  ':state()': ['css.selectors.state', /states/],
  'moveBefore()': ['api.Element.moveBefore', /connectedMoveCallback/],
  'color(from …)': ['css.types.color.color.relative_syntax', /color\(from/],
  'text-wrap: pretty': ['css.properties.text-wrap.pretty', /text-wrap: ?pretty/],
  'navigator.share()': ['api.Navigator.share', /\.share\(/],
  'permissions.query()': ['api.Permissions.query', /permissions\??\.query\(/],
};

/** Features newer than the page's oldest browsers, which the built file must not use. */
const TOO_NEW: Readonly<Record<string, RegExp>> = {
  'api.AbortSignal.any_static': /AbortSignal\.any\(/,
  'api.AbortSignal.timeout_static': /AbortSignal\.timeout\(/,
  'api.HTMLDialogElement.requestClose': /\.requestClose\(/,
  'api.URL.parse_static': /URL\.parse\(/,
  'javascript.builtins.Promise.try': /Promise\.try\(/,
  'javascript.builtins.Promise.withResolvers': /Promise\.withResolvers\(/,
  'javascript.builtins.Set.union': /\.(union|intersection|difference)\(/,
  'css.at-rules.starting-style': /@starting-style/,
  'css.properties.anchor-name': /anchor-name:/,
  'css.properties.field-sizing': /field-sizing:/,
  'css.properties.interpolate-size': /interpolate-size:/,
};

const COLUMNS: readonly BrowserName[] = [
  'chrome',
  'webview_android',
  'samsunginternet_android',
  'firefox',
  'safari',
];

const page = readText('docs/browsers.md');
const built = readText('dist/cdn/enkash-vkyc-button.js');

/** The first versions that support a feature, in the order of the page's columns; `–` for none. */
const versionsOf = (key: string): string[] => {
  let at: unknown = bcd;
  for (const step of key.split('.')) at = (at as Identifier)[step];
  const { support } = (at as { __compat?: CompatStatement }).__compat ?? {};
  return COLUMNS.map((browser) => {
    const first = [support?.[browser]].flat()[0]?.version_added;
    return typeof first === 'string' ? first : '–';
  });
};

const table = (heading: string) =>
  rows(section(page, heading)).map(([feature = '', ...cells]) => ({
    feature: codeIn(feature)[0] ?? feature,
    versions: cells.slice(0, COLUMNS.length),
  }));
const required = table('Required features');
const optional = table('Optional features');
const newest = (versions: readonly string[]) => Math.max(...versions.map(Number));

describe('docs/browsers.md', () => {
  for (const { feature, versions } of [...required, ...optional]) {
    it(`documents ${feature} as in the compatibility data, and the built file uses it`, () => {
      const [key, use] = FEATURES[feature] ?? assert.fail(`Which feature is ${feature}?`);
      assert.deepEqual(versions, versionsOf(key));
      assert.match(built, use);
    });
  }

  it('begins with the newest version that a required feature needs, engine by engine', () => {
    const floors = rows(page.split('\n## ')[0] ?? '').map(([, from]) => Number(from));
    assert.deepEqual(
      floors,
      COLUMNS.map((_, i) => newest(required.map(({ versions }) => versions[i] ?? ''))),
    );
  });

  for (const [key, use] of Object.entries(TOO_NEW)) {
    it(`documents every required feature: the built file does not use ${key}`, () => {
      assert.notEqual(versionsOf(key).join(), COLUMNS.map(() => '–').join(), 'the data know it');
      assert.equal(use.exec(built)?.[0], undefined);
    });
  }

  it('states the same versions as README', () => {
    const [chrome, , , firefox, safari] = rows(page.split('\n## ')[0] ?? '').map(([, from = '']) => from);
    const documented = section(readText('README.md'), 'Browser support');
    assert.match(
      documented,
      new RegExp(`Chrome and Edge from ${chrome}, Firefox from ${firefox}, Safari from ${safari}\\b`),
    );
  });
});
