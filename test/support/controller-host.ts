import type { PropertyValues } from 'lit';
import { ButtonSettings } from '../../src/element/button-settings.js';
import { CallController } from '../../src/element/controllers/call-controller.js';
import { JourneyController } from '../../src/element/controllers/journey-controller.js';
import { LocalizeController } from '../../src/element/controllers/localize-controller.js';
import { PanelsController } from '../../src/element/controllers/panels-controller.js';
import { fixture, html, waitUntil } from '@open-wc/testing';
import type { State } from '../../src/journey/journey.js';
import { ownEndpoint } from './element-page.js';

/** Announced by the fake announcer in place of the element's state. */
export const STATE = 'the state';

/** An element with the settings and controllers of the real one, but without its templates. */
export class ControllerHost extends ButtonSettings {
  declare readonly renderRoot: ShadowRoot;
  readonly announcements: string[] = [];
  readonly localize = new LocalizeController(this);
  readonly journey = new JourneyController(this);
  readonly call: CallController;
  readonly panels: PanelsController;

  constructor() {
    super();
    const { journey, localize } = this;
    const announcer = {
      announce: (sentence: string) => void this.announcements.push(sentence),
      announceState: () => void this.announcements.push(STATE),
    };
    this.call = new CallController(this, { journey, localize, announcer });
    this.panels = new PanelsController(this, { journey, localize, call: this.call, announcer });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.journey.hostChanged(changed);
  }
}
customElements.define('controller-host', ControllerHost);

/** Mounts a host with the endpoint of the running test, unless `settings` say otherwise. */
export async function mountHost(settings: Partial<ControllerHost> = {}): Promise<ControllerHost> {
  const page = await fixture<HTMLDivElement>(html`<div></div>`);
  const host = new ControllerHost();
  Object.assign(host, { sessionEndpoint: ownEndpoint(), ...settings });
  page.append(host);
  await host.updateComplete;
  return host;
}

/** Waits until the journey of a host is in a state. */
export async function hostInState(host: ControllerHost, state: State): Promise<void> {
  await waitUntil(() => host.journey.current.state === state, `the journey is in the state ${state}`);
}
