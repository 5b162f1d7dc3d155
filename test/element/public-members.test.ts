import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { EnkashVkycButton } from '../../src/define.js';
import { VkycSessionExpiredEvent, VkycStartEvent } from '../../src/element/events.js';
import { mount } from '../support/element-page.js';

/** The members that the documentation promises. */
const SETTINGS = [
  'sessionEndpoint',
  'mode',
  'frameOrigins',
  'workingHours',
  'workingDays',
  'holidays',
  'lastEntry',
  'allowedLinkHosts',
  'credentials',
  'handoff',
  'compact',
  'theme',
  'disabled',
  'statusPhases',
  'renewSession',
  'messages',
];
const READ_ONLY = ['state', 'phase', 'status', 'availability'];
const METHODS = ['start', 'refresh', 'close'];

/** Called by Lit and the browser only. */
const LIFECYCLE = [
  'constructor',
  'willUpdate',
  'render',
  'attributeChangedCallback',
  'connectedCallback',
  'adoptedCallback',
  'createRenderRoot',
  'scheduleUpdate',
  'connectedMoveCallback',
];

/** The classes between an element and LitElement, the most derived one first. */
function prototypesOf(element: object): object[] {
  const prototypes: object[] = [];
  let prototype: unknown = Object.getPrototypeOf(element);
  while (typeof prototype === 'object' && prototype !== null && prototype !== LitElement.prototype) {
    prototypes.push(prototype);
    prototype = Object.getPrototypeOf(prototype);
  }
  return prototypes;
}

describe('the members of <enkash-vkyc-button>', () => {
  it('are those of the documentation, besides the callbacks of Lit and the browser', async () => {
    const { element } = await mount({ 'session-endpoint': '' });
    const names = new Set(
      prototypesOf(element).flatMap((prototype) => Object.getOwnPropertyNames(prototype)),
    );
    expect([...names]).to.have.members([...SETTINGS, ...READ_ONLY, ...METHODS, ...LIFECYCLE]);
  });

  it('include no further property of the instance', async () => {
    const { element } = await mount({ 'session-endpoint': '' });
    await element.updateComplete;
    class BareElement extends LitElement {}
    customElements.define('bare-lit-element', BareElement);
    const bare = new BareElement();
    document.body.append(bare);
    await bare.updateComplete;
    const own = Object.getOwnPropertyNames(element);
    // Lit keeps its list of controllers on the instance, under a minified name.
    expect(own.filter((name) => !name.startsWith('_$'))).to.have.members(
      Object.getOwnPropertyNames(bare).filter((name) => !name.startsWith('_$')),
    );
    bare.remove();
  });

  it('cannot be written where the documentation calls them read-only', () => {
    const prototype = EnkashVkycButton.prototype;
    const hasSetter = (name: string) => Object.getOwnPropertyDescriptor(prototype, name)?.set !== undefined;
    expect(READ_ONLY.filter(hasSetter)).to.deep.equal([]);
  });

  it('need one base class at most between the element and LitElement', async () => {
    const { element } = await mount({ 'session-endpoint': '' });
    expect(prototypesOf(element)).to.have.length.of.at.most(2);
  });
});

describe('the members of its events', () => {
  it('are the detail, and the method that the documentation names', () => {
    const expired = new VkycSessionExpiredEvent(() => undefined);
    expect(Object.getOwnPropertyNames(VkycSessionExpiredEvent.prototype)).to.have.members([
      'constructor',
      'renewWith',
    ]);
    expect(Object.keys(expired).filter((name) => name !== 'isTrusted')).to.deep.equal(['detail']);
    const start = new VkycStartEvent('host', () => Promise.resolve(''));
    expect(Object.keys(start).filter((name) => name !== 'isTrusted')).to.deep.equal(['detail', 'takeLink']);
  });
});
