import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { compile as compileSvelte } from 'svelte/compiler';
import ts from 'typescript';
import { compileScript, compileTemplate, parse as parseVue } from 'vue/compiler-sfc';
import { PAGE_SNIPPETS } from '../../../../demo/page/snippets/page-snippets.js';
import { tagSettings } from '../../../../demo/page/snippets/tag-settings.js';
import { messagesOf } from '../../../../demo/page/settings/messages.js';
import { fromSearch, type Settings } from '../../../../demo/page/settings/settings.js';
import { EnkashVkycButton } from '../../../../src/index.js';
import { syntaxErrors, typeErrors } from '../../../package/type-check.js';
import { everySetting } from '../settings/every-setting.js';

const files = (id: string, settings: Settings) => {
  const snippet = PAGE_SNIPPETS.find((each) => each.id === id);
  assert.ok(snippet);
  return snippet.write(tagSettings(settings));
};
const codeOf = (id: string, settings: Settings) => files(id, settings)[0]?.code ?? '';

/** The first tag of a name in HTML. */
function findTag(html: string, name: string): DefaultTreeAdapterTypes.Element {
  const [element] = parseFragment(html).childNodes.filter(
    (node): node is DefaultTreeAdapterTypes.Element => 'tagName' in node && node.tagName === name,
  );
  assert.ok(element, name);
  return element;
}

const attributesOf = (html: string, name: string) =>
  Object.fromEntries(findTag(html, name).attrs.map((attr) => [attr.name, attr.value]));

/** What every framework must set for `everySetting`. */
const CHOSEN = {
  mode: 'iframe',
  theme: 'light',
  lang: 'or',
  handoff: '',
  compact: '',
  disabled: '',
  'working-hours': '09:00-17:00',
  'working-days': 'mon-sat',
  holidays: '2026-11-24 2026-12-25',
  'last-entry': '30',
};

const none = fromSearch('');
const cases = [
  ['no choice', none],
  ['every choice', everySetting],
  ['an Assamese button', fromSearch('?lang=as&brand=none')],
] as const;

describe('the HTML snippet', () => {
  it('is only the script, the look and the tag without a choice', () => {
    assert.equal(
      codeOf('html', fromSearch('?brand=none')),
      `<script type="module" src="/assets/enkash-vkyc-button.js"></script>

<enkash-vkyc-button
  session-endpoint="{{ session.endpoint }}"
></enkash-vkyc-button>`,
    );
  });

  it('gives the tag every chosen attribute, and none that it does not have', () => {
    const attributes = attributesOf(codeOf('html', everySetting), 'enkash-vkyc-button');
    assert.deepEqual(attributes, { 'session-endpoint': '{{ session.endpoint }}', ...CHOSEN });
    for (const name of Object.keys(attributes))
      assert.ok(name === 'lang' || EnkashVkycButton.observedAttributes.includes(name), name);
  });

  it('sets the chosen texts by a script that no text can end', () => {
    const html = parseFragment(codeOf('html', everySetting));
    const scripts = html.childNodes.filter((node) => node.nodeName === 'script');
    const last = scripts.at(-1);
    assert.ok(last && 'childNodes' in last);
    const [code] = last.childNodes;
    assert.ok(code && 'value' in code);
    const button = { messages: null };
    runInNewContext(code.value, { document: { querySelector: () => button } });
    assert.equal(JSON.stringify(button.messages), JSON.stringify(messagesOf(everySetting)));
  });

  it('loads the file of the language', () => {
    assert.match(codeOf('html', everySetting), /src="\/assets\/locales\/or\.js"/);
  });
});

describe('the React and Next.js snippets', () => {
  for (const id of ['react', 'next'])
    for (const [name, settings] of cases)
      it(`of ${id} have no type error with ${name}`, () => {
        const withoutStyles = codeOf(id, settings).replace(/^import '.*\.css';\n/m, '');
        assert.deepEqual(typeErrors(withoutStyles, 'tsx'), []);
      });

  it('set every chosen attribute as a prop', () => {
    const code = codeOf('react', everySetting);
    for (const prop of [
      'mode="iframe"',
      'lang="or"',
      'workingHours="09:00-17:00"',
      'lastEntry={30}',
      'messages={messages}',
    ])
      assert.ok(code.includes(`\n      ${prop}\n`), prop);
    assert.match(code, /\n {6}handoff\n/);
  });

  it('begin with the directive of a client component in Next.js only', () => {
    assert.match(codeOf('next', none), /^'use client';\n/);
    assert.doesNotMatch(codeOf('react', none), /use client/);
    assert.deepEqual(syntaxErrors(files('next', none)[1]?.code ?? '', 'jsx'), []);
  });
});

describe('the Vue snippet', () => {
  for (const [name, settings] of cases)
    it(`compiles with ${name}`, () => {
      const { descriptor, errors } = parseVue(codeOf('vue', settings));
      assert.deepEqual(errors, []);
      const script = compileScript(descriptor, { id: 'x' });
      assert.match(script.content, /VkycButton/);
      const { errors: faults } = compileTemplate({
        source: descriptor.template?.content ?? '',
        filename: 'Upgrade.vue',
        id: 'x',
      });
      assert.deepEqual(faults, []);
    });

  it('gives the component every chosen attribute', () => {
    const { template } = parseVue(codeOf('vue', everySetting)).descriptor;
    assert.deepEqual(attributesOf(template?.content ?? '', 'vkycbutton'), {
      ':session-endpoint': 'endpoint',
      ...CHOSEN,
      ':messages': 'messages',
    });
  });
});

describe('the Svelte snippet', () => {
  for (const [name, settings] of cases)
    it(`compiles without a warning with ${name}`, () => {
      const { js, css, warnings } = compileSvelte(codeOf('svelte', settings), { runes: true });
      assert.deepEqual(
        warnings.map(({ message }) => message),
        [],
      );
      assert.match(js.code, /enkash-vkyc-button/);
      if (settings === everySetting) {
        assert.match(css?.code ?? '', /^\s*enkash-vkyc-button::part\(off\),/m);
        assert.match(js.code, /'working-hours', '09:00-17:00'|working-hours="09:00-17:00"/);
      }
    });
});

describe('the Angular snippet', () => {
  for (const [name, settings] of cases)
    it(`compiles with ${name}`, () => {
      const { diagnostics = [] } = ts.transpileModule(codeOf('angular', settings), {
        reportDiagnostics: true,
        fileName: 'upgrade.ts',
        compilerOptions: { experimentalDecorators: true },
      });
      assert.deepEqual(
        diagnostics.map(({ messageText }) => messageText),
        [],
      );
    });

  it('gives the tag every chosen attribute', () => {
    const [, template = ''] = /template: `([^`]*)`/.exec(codeOf('angular', everySetting)) ?? [];
    assert.deepEqual(attributesOf(template.trim(), 'enkash-vkyc-button'), {
      '[sessionendpoint]': 'endpoint()',
      ...CHOSEN,
      '[messages]': 'messages',
    });
  });
});
