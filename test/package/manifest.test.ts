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
import { readText } from '../support/markdown.js';

const data = editorData();
const manifest = JSON.parse(data['custom-elements.json'] ?? '') as Package;
const declared = publicTypes('EnkashVkycButton');
const element = elementIn(manifest);
const { attributes = [], members = [], events = [], slots = [] } = element;
const { cssParts = [], cssProperties = [], cssStates = [] } = element;

const namesOf = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name).sort();

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

  it('lists the attributes that the element observes, except for the two that a page only reads', () => {
    assert.deepEqual(
      [...namesOf(attributes), 'phase', 'state'].sort(),
      [...EnkashVkycButton.observedAttributes].sort(),
    );
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
