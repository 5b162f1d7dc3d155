import { expect } from '@open-wc/testing';
import { EnkashVkycButton } from '../../src/define.js';
import { availabilityAt } from '../../src/hours/availability.js';
import type { Messages } from '../../src/locales/messages.js';
import { parseEnumModel } from '../../src/status/parse-enum-model.js';
import { phaseOf } from '../../src/status/phase.js';
import { anyValues } from '../support/any-values.js';
import { mount, mountReady, network, ownEndpoint, part, settled } from '../support/element-page.js';
import { recordConsole } from '../support/record-console.js';
import { endpoint } from '../support/scenarios.js';

/** Each property with values of unexpected types that it accepts. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  sessionEndpoint: [],
  mode: [],
  workingHours: [],
  workingDays: [],
  holidays: ['an empty list'],
  lastEntry: ['a number'],
  allowedLinkHosts: [],
  credentials: [],
  theme: [],
  frameOrigins: [],
  renewSession: ['a function that throws', 'a class'],
  // Each is read as a table, in which invalid entries are ignored.
  statusPhases: ['an object without a prototype', 'an empty list', 'a map', 'an object of another type'],
  messages: ['an object without a prototype', 'an empty list', 'a map', 'an object of another type'],
};

/** Read as true or false, as browsers do with every boolean attribute, so that no value is malformed. */
const BOOLEANS: Readonly<Record<string, null>> = { disabled: null, handoff: null };

describe('any value in any property', () => {
  const net = network();
  beforeEach(() => net.answers(...endpoint()));

  for (const [property, accepted] of Object.entries({ ...PROPERTIES, ...BOOLEANS }))
    it(`${property}: no value throws or stops the element, and a malformed one is warned about once`, async () => {
      const { element } = await mountReady();
      const shown: string[] = [];
      for (const [name, value] of Object.entries(anyValues())) {
        const { warnings } = await recordConsole(async () => {
          Object.assign(element, { [property]: value });
          expect(element.availability.clock, name).to.be.oneOf(['server', 'device']);
          await element.updateComplete;
          await element.refresh();
        });
        if (property === 'sessionEndpoint') expect(element.state, name).to.equal('idle');
        expect(part(element, 'label').textContent.trim(), name).not.to.equal('');
        if (accepted?.includes(name)) expect(warnings, name).to.deep.equal([]);
        // In a list of holidays, each invalid date is named.
        expect(warnings.length, name).to.be.at.most(property === 'holidays' ? 7 : 1);
        shown.push(...warnings);
      }
      const setting = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      for (const warning of shown) expect(warning).to.include(`<enkash-vkyc-button>: ${setting}: `);
      expect(new Set(shown).size).to.equal(shown.length);
      expect(shown.length > 0).to.equal(accepted !== null);
    });

  it('every malformed value reads as the default', async () => {
    const { element } = await mount();
    const settings = [
      'sessionEndpoint',
      'mode',
      'credentials',
      'theme',
      'renewSession',
      'statusPhases',
      'messages',
    ];
    const read = (name: string): unknown => Reflect.get(element, name);
    const defaults = settings.map((name) => [name, read(name)]);
    await recordConsole(() => {
      for (const name of settings) Object.assign(element, { [name]: 1n });
    });
    expect(settings.slice(1).map((name) => [name, read(name)])).to.deep.equal(defaults.slice(1));
    expect(element.sessionEndpoint).to.equal(null);
  });

  it('a property that was set before the element was upgraded is read in the same way', async () => {
    const waiting = document.createElement('waiting-button');
    Object.assign(waiting, {
      sessionEndpoint: 5n,
      mode: Symbol('mode'),
      disabled: Object.create(null) as object,
    });
    document.body.append(waiting);
    await recordConsole(() => customElements.define('waiting-button', class extends EnkashVkycButton {}));
    await customElements.whenDefined('waiting-button');
    if (!(waiting instanceof EnkashVkycButton)) throw new Error('The element was not upgraded.');
    await waiting.updateComplete;
    expect([waiting.sessionEndpoint, waiting.mode, waiting.disabled]).to.deep.equal([null, 'auto', true]);
    waiting.remove();
  });

  it('sessionEndpoint accepts a URL, also one of another window', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { URL: OtherURL = URL } = Object(frame.contentWindow) as { URL?: typeof URL };
    for (const url of [new URL(ownEndpoint(), location.href), new OtherURL(ownEndpoint(), location.href)]) {
      const { element } = await mount({ 'session-endpoint': '' });
      element.sessionEndpoint = url;
      await settled(element, 'ready');
      expect(element.sessionEndpoint).to.equal(url.href);
      element.remove();
    }
    frame.remove();
    expect(net.requests).to.deep.equal(['GET', 'GET']);
  });

  it('no warning quotes an endpoint', async () => {
    const { element } = await mountReady();
    const { warnings } = await recordConsole(async () => {
      Object.assign(element, { sessionEndpoint: ['/vkyc/session/secret'] });
      await element.updateComplete;
    });
    expect(warnings.join()).not.to.include('secret');
  });
});

describe('any value in the functions of the package', () => {
  for (const [name, value] of Object.entries(anyValues())) {
    it(`registerMessages ignores ${name}, as language and as messages`, () => {
      const untyped = value as never;
      const messages = { actions: value, callTitle: value } as unknown as Messages;
      expect(() => EnkashVkycButton.registerMessages(untyped, messages)).not.to.throw();
      expect(() => EnkashVkycButton.registerMessages('zz', untyped)).not.to.throw();
      expect(() => EnkashVkycButton.registerMessages('zz', messages)).not.to.throw();
    });

    it(`availabilityAt, phaseOf and parseEnumModel read ${name} without throwing`, () => {
      const untyped = value as never;
      expect(() => [availabilityAt(untyped), availabilityAt(0, untyped)]).not.to.throw();
      const settings = { workingHours: untyped, workingDays: untyped, holidays: untyped, lastEntry: untyped };
      expect(availabilityAt(0, settings)).to.deep.equal(availabilityAt(0));
      const status = { kycStatus: null, kycSubStatus: { name: 'X', label: null, description: null } };
      expect(phaseOf(status, untyped)).to.equal('unknown');
      expect(parseEnumModel(value)).to.equal(null);
      expect(parseEnumModel({ name: value })).to.equal(null);
    });
  }
});
