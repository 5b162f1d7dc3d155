import { expect, waitUntil } from '@open-wc/testing';
import { openFramePage } from '../support/frame-page.js';
import { part } from '../support/element-page.js';

/** What old libraries and hardened pages do to the browser’s own objects before the script loads. */
const PAGES: Readonly<Record<string, string>> = {
  'has a class of its own as window.Event': `window.Event = class Event { constructor(type) { this.name = type; } };`,
  'has an object as window.Event': `window.Event = { observe() {}, KEY_TAB: 9 };`,
  'has no window.Event': `window.Event = undefined;`,
  'has functions as Event and CustomEvent': `for (const name of ['Event', 'CustomEvent'])
    window[name] = function (type) { return document.createEvent(name); };`,
  'patches Array, Map, Promise, Function and String': `
    for (const method of ['each', 'toJSON', 'first', 'include']) {
      Array.prototype[method] = String.prototype[method] = Object.prototype['$' + method] = function () { return [this]; };
    }
    const { then } = Promise.prototype;
    Promise.prototype.then = function (...handlers) { return then.apply(this, handlers); };
    const { get } = Map.prototype;
    Map.prototype.get = function (key) { return get.call(this, key); };
    Function.prototype.bind = function (self) { return (...values) => this.apply(self, values); };`,
  'has another Promise': `const Native = Promise;
    window.Promise = class Promise extends Native { static get [Symbol.species]() { return Native; } };`,
  'has frozen the intrinsics': `for (const { prototype } of [Object, Function, Array, Map, Set, WeakMap, Promise, Error, RegExp, String, Date])
      Object.freeze(prototype);
    for (const value of [Object, Function, Array, Map, Set, Promise, Error, JSON, Math, Reflect]) Object.freeze(value);`,
  'has broken dispatchEvent': `EventTarget.prototype.dispatchEvent = function () { throw new TypeError('x'); };`,
  'has a URL class of its own, which has a constructor only': `const { URL: Native } = window;
    window.URL = function (text, base) { return new Native(text, base); };`,
  'has no crypto, matchMedia, ResizeObserver or structuredClone': `for (const name of ['matchMedia', 'ResizeObserver', 'structuredClone'])
      window[name] = undefined;`,
  'logs into a console that throws': `console.warn = console.error = () => { throw new Error('console'); };`,
};

describe('a page that', () => {
  for (const [name, prelude] of Object.entries(PAGES))
    it(`${name} shows the status, and nothing throws into it`, async () => {
      const page = await openFramePage({ prelude, attributes: 'working-hours="junk" mode="host"' });
      const { element, events, errors, requests } = page;
      expect(element.phase).to.equal('in-progress');
      part(element, 'button').click();
      element.mode = 'auto';
      await element.refresh();
      await waitUntil(() => requests.length >= 2);
      expect(part(element, 'label').textContent.trim()).to.equal('Continue video KYC');
      if (!name.includes('dispatchEvent'))
        expect(events).to.include.members(['vkyc-status-change', 'vkyc-start']);
      expect(errors).to.deep.equal([]);
      page.remove();
    });
});
