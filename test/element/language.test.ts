import { expect, fixture, html } from '@open-wc/testing';
import { answer, endpoint, scenarios } from '../support/scenarios.js';
import { EnkashVkycButton } from '../../src/define.js';
import en from '../../src/locales/en.js';
import hi from '../../src/locales/hi.js';
import ur from '../../src/locales/ur.js';
import type { Messages } from '../../src/locales/messages.js';
import { mount, network, part, settled, textOf } from '../support/element-page.js';

EnkashVkycButton.registerMessages('hi', hi);
EnkashVkycButton.registerMessages('ur', ur);

const IN_ENGLISH = 'Start video KYC';
const IN_HINDI = hi.actions.start;

/** The label after all pending language changes are rendered. */
async function label(element: EnkashVkycButton): Promise<string> {
  // Mutation observers run after the current task.
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
  return textOf(element, 'label');
}

/** Mounts the element inside elements with the given `lang`, outermost first; `#` is a closed shadow root. */
async function mountInside(
  ...path: (string | null)[]
): Promise<{ element: EnkashVkycButton; ancestors: Element[] }> {
  let inside: Element | ShadowRoot = await fixture(html`<div></div>`);
  const ancestors: Element[] = [];
  for (const lang of path) {
    if (lang === '#') {
      inside = (inside as Element).attachShadow({ mode: 'closed' });
      continue;
    }
    const next: Element = document.createElement('div');
    if (lang !== null) next.setAttribute('lang', lang);
    inside.append(next);
    ancestors.push(next);
    inside = next;
  }
  const element = document.createElement('enkash-vkyc-button');
  inside.append(element);
  return { element, ancestors };
}

describe('the language of the element', () => {
  const net = network();
  const { documentElement } = document;

  afterEach(() => {
    documentElement.lang = 'en';
  });

  it('is that of its own lang attribute first', async () => {
    const { element } = await mountInside('ur');
    element.setAttribute('lang', 'hi');
    expect(await label(element)).to.equal(IN_HINDI);
  });

  it('is that of the nearest ancestor with a lang attribute', async () => {
    const { element } = await mountInside('ur', 'hi', null);
    expect(await label(element)).to.equal(IN_HINDI);
  });

  it('is found across shadow roots, even closed ones', async () => {
    const { element } = await mountInside('hi', '#', null, '#', null);
    expect(await label(element)).to.equal(IN_HINDI);
  });

  it("is the document's if no nearer element has one", async () => {
    documentElement.lang = 'hi';
    const { element } = await mountInside(null, '#', null);
    expect(await label(element)).to.equal(IN_HINDI);
  });

  it('changes with the lang of an ancestor inside shadow roots, even closed ones', async () => {
    const { element, ancestors } = await mountInside('en', '#', 'en', '#', null);
    expect(await label(element)).to.equal(IN_ENGLISH);
    ancestors[2]?.setAttribute('lang', 'hi');
    expect(await label(element)).to.equal(IN_HINDI);
    ancestors[2]?.removeAttribute('lang');
    ancestors[1]?.setAttribute('lang', 'hi');
    expect(await label(element)).to.equal(IN_HINDI);
  });

  it('falls back from a region to the language, in any spelling', async () => {
    for (const lang of ['hi-IN', 'HI-Deva-in', 'hi_IN']) {
      const { element } = await mountInside(lang);
      expect(await label(element), lang).to.equal(IN_HINDI);
      expect(part(element, 'base').lang).to.equal('hi');
    }
  });

  it('is English for an unregistered, empty or invalid language', async () => {
    documentElement.lang = 'hi';
    for (const lang of ['fr', 'hindi', '', '-', 'x-hi']) {
      const { element } = await mountInside(lang);
      expect(await label(element), lang).to.equal(IN_ENGLISH);
      expect(part(element, 'base').lang).to.equal('en');
    }
  });

  it('changes with its own lang, as attribute and as property', async () => {
    const { element } = await mountInside('#', null);
    expect(await label(element)).to.equal(IN_ENGLISH);
    element.lang = 'hi';
    expect(await label(element)).to.equal(IN_HINDI);
    expect(element.getAttribute('lang')).to.equal('hi');
    element.setAttribute('lang', 'ur');
    expect(await label(element)).to.equal(ur.actions.start);
    element.removeAttribute('lang');
    expect(await label(element)).to.equal(IN_ENGLISH);
  });

  it("changes with the document's lang", async () => {
    const { element } = await mountInside('#', null);
    documentElement.lang = 'hi';
    expect(await label(element)).to.equal(IN_HINDI);
    documentElement.removeAttribute('lang');
    expect(await label(element)).to.equal(IN_ENGLISH);
  });

  it('changes with the lang of an ancestor', async () => {
    const { element, ancestors } = await mountInside('hi', null);
    expect(await label(element)).to.equal(IN_HINDI);
    ancestors[0]?.setAttribute('lang', 'ur');
    expect(await label(element)).to.equal(ur.actions.start);
  });

  it('is updated after the element has been moved', async () => {
    const { element } = await mountInside('hi');
    const { ancestors } = await mountInside('#', 'ur');
    ancestors[0]?.append(element);
    expect(await label(element)).to.equal(ur.actions.start);
  });

  it('is observed again after the element has been removed and inserted', async () => {
    const { element, ancestors } = await mountInside(null);
    element.remove();
    documentElement.lang = 'hi';
    ancestors[0]?.append(element);
    expect(await label(element)).to.equal(IN_HINDI);
    documentElement.lang = 'ur';
    expect(await label(element)).to.equal(ur.actions.start);
  });

  it('switches to right-to-left for Urdu, and back', async () => {
    const { element } = await mountInside('ur');
    await element.updateComplete;
    const base = part(element, 'base');
    expect([base.lang, base.dir, getComputedStyle(base).direction]).to.deep.equal(['ur', 'rtl', 'rtl']);
    element.lang = 'en';
    await element.updateComplete;
    expect([base.lang, base.dir, getComputedStyle(base).direction]).to.deep.equal(['en', 'ltr', 'ltr']);
  });

  it('is not announced when it changes', async () => {
    const { element } = await mountInside('en');
    await element.updateComplete;
    element.lang = 'hi';
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.equal('');
  });

  describe('of the badge', () => {
    it("uses EnKash's own label in English, and the language's text for the phase otherwise", async () => {
      net.answers(...scenarios.seed());
      const { element } = await mount({ lang: 'en-IN' });
      await settled(element, 'ready', 'closed');
      expect(textOf(element, 'badge')).to.equal('In progress');
      element.lang = 'hi';
      await element.updateComplete;
      expect(textOf(element, 'badge')).to.equal(hi.phases['in-progress']);
    });
  });

  describe('with messages of the page', () => {
    it('replaces single messages and keeps the others', async () => {
      net.answers(...endpoint({ get: () => answer({ status: 'rejected' }) }));
      const { element } = await mount({
        lang: 'hi',
        'working-hours': '00:00-24:00',
        'working-days': 'mon-sun',
      });
      element.messages = { actions: { start: 'अपनी पहचान बताएँ' } };
      await settled(element, 'ready');
      expect(textOf(element, 'label')).to.equal('अपनी पहचान बताएँ');
      expect(textOf(element, 'hint')).to.equal(hi.hints.rejected);
      element.messages = undefined;
      expect(await label(element)).to.equal(IN_HINDI);
    });
  });
});

describe('registerMessages', () => {
  /** Each test uses its own language, since registrations last for the whole page. */
  const french: Messages = { ...en, actions: { ...en.actions, start: 'Commencer' } };

  it('updates existing elements at once', async () => {
    const { element } = await mountInside('fr-CA', '#', null);
    expect(await label(element)).to.equal(IN_ENGLISH);
    EnkashVkycButton.registerMessages('FR', french);
    expect(await label(element)).to.equal('Commencer');
  });

  it('prefers the messages of a more specific tag', async () => {
    EnkashVkycButton.registerMessages('hi-Latn', { ...hi, actions: { ...hi.actions, start: 'KYC karein' } });
    expect(await label((await mountInside('hi-Latn-IN')).element)).to.equal('KYC karein');
    expect(await label((await mountInside('hi-IN')).element)).to.equal(IN_HINDI);
  });

  it('falls back to English for missing messages', async () => {
    const partial = { actions: { retry: 'Noch einmal' }, callTitle: undefined };
    EnkashVkycButton.registerMessages('de', partial as unknown as Messages);
    const { element } = await mountInside('de');
    expect(await label(element)).to.equal(IN_ENGLISH);
    expect(textOf(element, 'hint')).to.equal(en.hints.idle);
  });

  it('warns once about invalid arguments and never throws', () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (message: unknown) => warnings.push(message);
    try {
      const untyped: { registerMessages(...given: unknown[]): void } = EnkashVkycButton;
      for (const given of [[], [hi], ['', hi], ['it'], ['it', null], ['it', 'messages']])
        untyped.registerMessages(...given);
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('registerMessages() expects a language tag and messages');
  });
});
