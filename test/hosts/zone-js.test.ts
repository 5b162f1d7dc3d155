import { expect, waitUntil } from '@open-wc/testing';
import { part } from '../support/element-page.js';
import { openFramePage, type FramePage } from '../support/frame-page.js';

/** zone.js, as far as it is used here. */
interface Zone {
  run<T>(task: () => T): T;
  fork(spec: ZoneSpec): Zone;
}
interface ZoneSpec {
  readonly name: string;
  onHasTask?(delegate: ZoneDelegate, current: Zone, target: Zone, state: HasTask): void;
  onInvokeTask?(
    delegate: ZoneDelegate,
    current: Zone,
    target: Zone,
    task: object,
    self: unknown,
    values: unknown,
  ): unknown;
}
interface HasTask {
  readonly macroTask: boolean;
}
interface ZoneDelegate {
  hasTask(target: Zone, state: HasTask): void;
  invokeTask(target: Zone, task: object, self: unknown, values: unknown): unknown;
}

const zoneScript = new URL('../../node_modules/zone.js/bundles/zone.umd.js', import.meta.url).href;

/** A page with a zone as Angular forks it, which records what Angular would wait for and be woken by. */
async function openAngularPage() {
  const page = await openFramePage({ prelude: '', script: zoneScript });
  const { Zone } = page.view as unknown as { Zone: { root: Zone } };
  const angular = { pending: false, invoked: 0 };
  const zone = Zone.root.fork({
    name: 'angular',
    onHasTask(delegate, _current, target, state) {
      delegate.hasTask(target, state);
      angular.pending = state.macroTask;
    },
    onInvokeTask(delegate, _current, target, task, self, values) {
      angular.invoked++;
      return delegate.invokeTask(target, task, self, values);
    },
  });
  return { page, zone, angular };
}

/** Adds an element from within the zone, with its endpoint as a property, as an Angular template does. */
async function addElement(page: FramePage, zone: Zone) {
  const element = zone.run(() => {
    const created = page.view.document.createElement('enkash-vkyc-button');
    created.sessionEndpoint = '/vkyc/session/angular';
    page.view.document.body.append(created);
    return created;
  });
  await waitUntil(() => element.state === 'ready');
  await element.updateComplete;
  return element;
}

describe('a page with zone.js', () => {
  it('becomes stable after the first answer, and no timer or listener of the element wakes Angular', async () => {
    const { page, zone, angular } = await openAngularPage();
    const element = await addElement(page, zone);
    expect(angular.pending).to.equal(false);
    angular.invoked = 0;
    const button = part(element, 'button');
    button.dispatchEvent(new page.view.PointerEvent('pointerenter'));
    page.view.dispatchEvent(new page.view.Event('focus'));
    page.view.document.dispatchEvent(new page.view.Event('visibilitychange'));
    element.lang = 'hi';
    await zone.run(() => element.refresh());
    await element.updateComplete;
    expect(angular).to.deep.equal({ pending: false, invoked: 0 });
    page.remove();
  });

  it('is woken by its own listeners of the events', async () => {
    const { page, zone, angular } = await openAngularPage();
    const received: string[] = [];
    zone.run(() => page.view.addEventListener('vkyc-start', ({ type }) => received.push(type)));
    const element = await addElement(page, zone);
    element.mode = 'host';
    angular.invoked = 0;
    part(element, 'button').click();
    expect(received).to.deep.equal(['vkyc-start']);
    expect(angular.invoked).to.equal(1);
    page.remove();
  });

  it('is not kept waiting by a link that a listener takes', async () => {
    const { page, zone, angular } = await openAngularPage();
    const failures: string[] = [];
    zone.run(() =>
      page.view.document.body.addEventListener('vkyc-start', ({ takeLink }) => {
        takeLink?.().catch((error: unknown) => failures.push(String(error)));
      }),
    );
    const element = await addElement(page, zone);
    element.mode = 'host';
    part(element, 'button').click();
    await waitUntil(() => failures.length > 0);
    expect(failures[0]).to.include('no_link');
    await element.updateComplete;
    expect(angular.pending).to.equal(false);
    page.remove();
  });
});
