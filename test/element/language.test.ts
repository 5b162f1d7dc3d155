import { expect, fixture, html } from '@open-wc/testing';
import { answer, endpoint, scenarios } from '../support/scenarios.js';
import { EnkashVkycButton } from '../../src/define.js';
import en from '../../src/locales/en.js';
import hi from '../../src/locales/hi.js';
import ur from '../../src/locales/ur.js';
import type { Messages } from '../../src/locales/messages.js';
import { mount, network, part, settled, messages } from '../support/element-page.js';

EnkashVkycButton.registerMessages('hi', hi);
EnkashVkycButton.registerMessages('ur', ur);

const IN_ENGLISH = 'Start video KYC';
const IN_HINDI = hi.actions.start;

/** The label once the element has heard of all that has just changed. */
async function label(element: EnkashVkycButton): Promise<string> {
  // Observers of the document speak after the running task.
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
  return messages(element, 'label');
}

/** An element below the given ones, from the outermost inwards; `#` stands for a shadow root. */
async function below(...path: (string | null)[]): Promise<{ element: EnkashVkycButton; around: Element[] }> {
  let inside: Element | ShadowRoot = await fixture(html`<div></div>`);
  const around: Element[] = [];
  for (const lang of path) {
    if (lang === '#') {
      inside = (inside as Element).attachShadow({ mode: 'closed' });
      continue;
    }
    const next: Element = document.createElement('div');
    if (lang !== null) next.setAttribute('lang', lang);
    inside.append(next);
    around.push(next);
    inside = next;
  }
  const element = document.createElement('enkash-vkyc-button');
  inside.append(element);
  return { element, around };
}

describe('the language of the element', () => {
  const net = network();
  const { documentElement } = document;

  afterEach(() => {
    documentElement.lang = 'en';
  });

  it('is that of its own lang attribute first', async () => {
    const { element } = await below('ur');
    element.setAttribute('lang', 'hi');
    expect(await label(element)).to.equal(IN_HINDI);
  });

  it('is that of the nearest element around it', async () => {
    const { element } = await below('ur', 'hi', null);
    expect(await label(element)).to.equal(IN_HINDI);
  });

  it('is found beyond shadow roots, closed ones too', async () => {
    const { element } = await below('hi', '#', null, '#', null);
    expect(await label(element)).to.equal(IN_HINDI);
  });

  it("is the document's when nothing nearer says one", async () => {
    documentElement.lang = 'hi';
    const { element } = await below(null, '#', null);
    expect(await label(element)).to.equal(IN_HINDI);
  });

  it('changes at once with a lang around it inside other shadow roots, closed ones too', async () => {
    const { element, around } = await below('en', '#', 'en', '#', null);
    expect(await label(element)).to.equal(IN_ENGLISH);
    around[2]?.setAttribute('lang', 'hi');
    expect(await label(element)).to.equal(IN_HINDI);
    around[2]?.removeAttribute('lang');
    around[1]?.setAttribute('lang', 'hi');
    expect(await label(element)).to.equal(IN_HINDI);
  });

  it('of a region is that of the language, however it is written', async () => {
    for (const lang of ['hi-IN', 'HI-Deva-in', 'hi_IN']) {
      const { element } = await below(lang);
      expect(await label(element), lang).to.equal(IN_HINDI);
      expect(part(element, 'base').lang).to.equal('hi');
    }
  });

  it('is English for a language that is not registered, or not named', async () => {
    documentElement.lang = 'hi';
    for (const lang of ['fr', 'hindi', '', '-', 'x-hi']) {
      const { element } = await below(lang);
      expect(await label(element), lang).to.equal(IN_ENGLISH);
      expect(part(element, 'base').lang).to.equal('en');
    }
  });

  it('follows its own lang, as attribute and as property', async () => {
    const { element } = await below('#', null);
    expect(await label(element)).to.equal(IN_ENGLISH);
    element.lang = 'hi';
    expect(await label(element)).to.equal(IN_HINDI);
    expect(element.getAttribute('lang')).to.equal('hi');
    element.setAttribute('lang', 'ur');
    expect(await label(element)).to.equal(ur.actions.start);
    element.removeAttribute('lang');
    expect(await label(element)).to.equal(IN_ENGLISH);
  });

  it("follows the document's lang", async () => {
    const { element } = await below('#', null);
    documentElement.lang = 'hi';
    expect(await label(element)).to.equal(IN_HINDI);
    documentElement.removeAttribute('lang');
    expect(await label(element)).to.equal(IN_ENGLISH);
  });

  it('follows the lang of an element around it', async () => {
    const { element, around } = await below('hi', null);
    expect(await label(element)).to.equal(IN_HINDI);
    around[0]?.setAttribute('lang', 'ur');
    expect(await label(element)).to.equal(ur.actions.start);
  });

  it('is read anew where the element is moved to', async () => {
    const { element } = await below('hi');
    const { around } = await below('#', 'ur');
    around[0]?.append(element);
    expect(await label(element)).to.equal(ur.actions.start);
  });

  it('is followed again after the element has been off the page', async () => {
    const { element, around } = await below(null);
    element.remove();
    documentElement.lang = 'hi';
    around[0]?.append(element);
    expect(await label(element)).to.equal(IN_HINDI);
    documentElement.lang = 'ur';
    expect(await label(element)).to.equal(ur.actions.start);
  });

  it('runs from right to left in Urdu, and back again', async () => {
    const { element } = await below('ur');
    await element.updateComplete;
    const base = part(element, 'base');
    expect([base.lang, base.dir, getComputedStyle(base).direction]).to.deep.equal(['ur', 'rtl', 'rtl']);
    element.lang = 'en';
    await element.updateComplete;
    expect([base.lang, base.dir, getComputedStyle(base).direction]).to.deep.equal(['en', 'ltr', 'ltr']);
  });

  it('is announced by no live region when it changes', async () => {
    const { element } = await below('en');
    await element.updateComplete;
    element.lang = 'hi';
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.equal('');
  });

  describe('and the badge', () => {
    it("shows EnKash's own label in English, and the language's word for the phase elsewhere", async () => {
      net.answers(...scenarios.seed());
      const { element } = await mount({ lang: 'en-IN' });
      await settled(element, 'ready', 'closed');
      expect(messages(element, 'badge')).to.equal('VKYC In Progress');
      element.lang = 'hi';
      await element.updateComplete;
      expect(messages(element, 'badge')).to.equal(hi.phases['in-progress']);
    });
  });

  describe('and the messages of the page', () => {
    it('replace single messages, and leave the others in the language', async () => {
      net.answers(...endpoint({ get: () => answer({ standing: 'rejected' }) }));
      const { element } = await mount({
        lang: 'hi',
        'working-hours': '00:00-24:00',
        'working-days': 'mon-sun',
      });
      element.messages = { actions: { start: 'अपनी पहचान बताएँ' } };
      await settled(element, 'ready');
      expect(messages(element, 'label')).to.equal('अपनी पहचान बताएँ');
      expect(messages(element, 'hint')).to.equal(hi.hints.rejected);
      element.messages = undefined;
      expect(await label(element)).to.equal(IN_HINDI);
    });
  });
});

describe('registerMessages', () => {
  /** Each test has a language of its own: what is registered stays for the page. */
  const french: Messages = { ...en, actions: { ...en.actions, start: 'Commencer' } };

  it('gives elements on the page their language at once', async () => {
    const { element } = await below('fr-CA', '#', null);
    expect(await label(element)).to.equal(IN_ENGLISH);
    EnkashVkycButton.registerMessages('FR', french);
    expect(await label(element)).to.equal('Commencer');
  });

  it('prefers the messages of a region where it has them', async () => {
    EnkashVkycButton.registerMessages('hi-Latn', { ...hi, actions: { ...hi.actions, start: 'KYC karein' } });
    expect(await label((await below('hi-Latn-IN')).element)).to.equal('KYC karein');
    expect(await label((await below('hi-IN')).element)).to.equal(IN_HINDI);
  });

  it('fills messages that are missing with English', async () => {
    const partial = { actions: { retry: 'Noch einmal' }, callTitle: undefined };
    EnkashVkycButton.registerMessages('de', partial as unknown as Messages);
    const { element } = await below('de');
    expect(await label(element)).to.equal(IN_ENGLISH);
    expect(messages(element, 'hint')).to.equal(en.hints.idle);
  });

  it('warns of what is no language, and throws nothing into the page', () => {
    const { warn } = console;
    const said: unknown[] = [];
    console.warn = (sentence: unknown) => said.push(sentence);
    try {
      const untyped: { registerMessages(...given: unknown[]): void } = EnkashVkycButton;
      for (const given of [[], [hi], ['', hi], ['it'], ['it', null], ['it', 'messages']])
        untyped.registerMessages(...given);
    } finally {
      console.warn = warn;
    }
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('registerMessages() expects a language tag and its messages');
  });
});
