import { expect, fixture, html } from '@open-wc/testing';
import { EnkashVkycButton } from '../../../src/element/enkash-vkyc-button.js';
import en from '../../../src/locales/en.js';
import hi from '../../../src/locales/hi.js';
import { mountHost } from '../../support/controller-host.js';

EnkashVkycButton.registerMessages('hi', hi);

describe('LocalizeController', () => {
  it('gives the language of the nearest lang attribute', async () => {
    const host = await mountHost({ sessionEndpoint: null });
    expect(host.localize.language).to.include({ lang: 'en', dir: 'ltr', messages: en });
    host.parentElement?.setAttribute('lang', 'hi');
    expect(host.localize.language.messages.callTitle).to.equal(hi.callTitle);
  });

  it('merges the messages of the page into the language', async () => {
    const host = await mountHost({ sessionEndpoint: null, messages: { callTitle: 'My call' } });
    const { messages } = host.localize.language;
    expect(messages.callTitle).to.equal('My call');
    expect(messages.actions).to.deep.equal(en.actions);
  });

  it('updates the host when a lang attribute around it changes, until it is disconnected', async () => {
    const host = await mountHost({ sessionEndpoint: null });
    const page = host.parentElement;
    let updates = 0;
    host.requestUpdate = () => {
      updates++;
    };
    const changeLanguage = async (lang: string) => {
      page?.setAttribute('lang', lang);
      // Mutation observers run in a microtask.
      await Promise.resolve();
    };
    await changeLanguage('hi');
    expect(updates).to.equal(1);
    host.remove();
    await changeLanguage('en');
    expect(updates).to.equal(1);
  });

  it('updates the host when it is connected in another place', async () => {
    const host = await mountHost({ sessionEndpoint: null });
    const elsewhere = await fixture<HTMLDivElement>(html`<div lang="hi"></div>`);
    let updates = 0;
    host.requestUpdate = () => {
      updates++;
    };
    elsewhere.append(host);
    expect(updates).to.equal(1);
    expect(host.localize.language.lang).to.equal('hi');
  });
});
