import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-07';
import type { Package } from 'custom-elements-manifest';
import schema from 'custom-elements-manifest/schema.json' with { type: 'json' };
import { LitElement } from 'lit';
import { editorData } from '../../scripts/build/editor-data.js';
import { publicTypes } from '../../scripts/build/public-types.js';
import { EnkashVkycButton } from '../../src/index.js';
import { PHASES } from '../../src/status/phase.js';
import { elementIn } from './element-in.js';
import { codeIn, readText, rows, section } from './markdown.js';

const data = editorData();
const manifest = JSON.parse(data['custom-elements.json'] ?? '') as Package;
const declared = publicTypes('EnkashVkycButton');
const element = elementIn(manifest);
const { attributes = [], members = [], events = [], slots = [] } = element;
const { cssParts = [], cssProperties = [], cssStates = [] } = element;
const readme = readText('README.md');

const namesOf = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name).sort();
const firstColumn = (heading: string) =>
  rows(section(readme, heading)).flatMap(([cell = '']) => codeIn(cell));
/** The code spans of the paragraph that begins with the given text. */
const paragraph = (beginning: string) =>
  codeIn(readme.split('\n\n').find((text) => text.startsWith(beginning)) ?? '');

describe('the custom elements manifest', () => {
  it('matches the published schema', async () => {
    const id = 'https://custom-elements-manifest.example/schema';
    registerSchema(schema, id);
    const check = await validate(id);
    const { valid, errors = [] } = check(manifest as unknown as Parameters<typeof check>[0], 'BASIC') as {
      valid: boolean;
      errors?: unknown[];
    };
    assert.ok(valid, JSON.stringify(errors, null, 2));
  });

  it('is up to date in dist/, like the data for editors', () => {
    for (const [file, text] of Object.entries(data))
      assert.ok(readText(`dist/${file}`) === text, `${file} is outdated: run the build`);
  });

  it('lists the attributes that the element observes', () => {
    assert.deepEqual(namesOf(attributes), [...EnkashVkycButton.observedAttributes].sort());
  });

  it('lists every public member', () => {
    const own = new Set<string>();
    for (
      let at: object = EnkashVkycButton.prototype;
      at !== LitElement.prototype;
      at = Object.getPrototypeOf(at) as object
    )
      for (const name of Object.getOwnPropertyNames(at)) own.add(name);
    const usable = [...own].filter(
      (name) => declared.has(name) && !(name in LitElement.prototype) && !name.endsWith('Callback'),
    );
    const listed = members.filter((member) => !member.static);
    assert.deepEqual(namesOf(listed), usable.sort());
  });

  it('lists every state and phase as a custom state', () => {
    const { whole = '' } = declared.get('state') ?? {};
    const states: string[] = whole.match(/[\w-]+/g) ?? [];
    assert.ok(states.includes('checking'));
    assert.deepEqual(namesOf(cssStates), [...states, ...PHASES].sort());
  });

  it('lists the custom properties that the styles use', () => {
    const css = EnkashVkycButton.elementStyles
      .map((style) => ('cssText' in style ? style.cssText : ''))
      .join('');
    assert.deepEqual(namesOf(cssProperties), [...new Set(css.match(/--vkyc-[a-z-]+/g))].sort());
  });

  it('describes each item in a sentence', () => {
    for (const thing of [
      ...attributes,
      ...members,
      ...events,
      ...slots,
      ...cssParts,
      ...cssProperties,
      ...cssStates,
    ])
      assert.match(thing.description ?? '', /^[^@]+\.$/, thing.name);
  });

  it('provides editors with the values of an attribute', () => {
    const { tags } = JSON.parse(readText('dist/vscode.html-custom-data.json')) as {
      tags: { attributes: { name: string; values: { name: string }[] }[] }[];
    };
    const mode = tags[0]?.attributes.find(({ name }) => name === 'mode');
    assert.deepEqual(namesOf(mode?.values ?? []), ['auto', 'host', 'iframe', 'popup', 'redirect']);
  });
});

describe("README's tables", () => {
  it('list the attributes and properties of the manifest, side by side', () => {
    const documented = rows(section(readme, 'Attributes and properties')).map(
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

  it('list the methods and read-only properties of the manifest', () => {
    const documented = firstColumn('Methods and what can be read').map((name) =>
      name.replace(/^EnkashVkycButton\.|\(.*\)$/g, ''),
    );
    assert.deepEqual(
      documented.sort(),
      namesOf(members.filter((member) => member.kind === 'method' || member.readonly)),
    );
  });

  it('list the events of the manifest', () => {
    assert.deepEqual(firstColumn('Events').sort(), namesOf(events));
  });

  it('list the states and phases of the manifest', () => {
    assert.deepEqual(firstColumn('States and phases').sort(), namesOf(cssStates));
  });

  it('list the custom properties, parts and slots of the manifest', () => {
    assert.deepEqual(paragraph('Custom properties:').sort(), namesOf(cssProperties));
    assert.deepEqual(paragraph('Parts:').sort(), namesOf(cssParts));
    assert.deepEqual(paragraph('Slots:').sort(), namesOf(slots).filter(Boolean));
  });
});
