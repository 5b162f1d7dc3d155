import type { EnkashVkycButton } from '../../src/element/enkash-vkyc-button.js';
import { createRandom } from '../random.js';
import type { FakeWindows } from './fake-windows.js';
import type { PageNetwork } from './page-network.js';
import type { PageWatch } from './page-watch.js';
import { pause, settle, type VirtualClock } from './virtual-clock.js';

/** What the journeys of a page share. */
export interface JourneyPage {
  readonly clock: VirtualClock;
  readonly network: PageNetwork;
  readonly windows: FakeWindows;
  readonly watch: PageWatch;
  /** What the journey does now, for one that does not end. */
  stage: string;
}

/** One thing that a customer, a page or a device does. */
export const ACTS = [
  'click',
  'click',
  'click-twice',
  'hover',
  'close-window',
  'complete-call',
  'go-offline',
  'go-online',
  'hide',
  'show',
  'render-again',
  'refresh',
  'block-window',
  'wait',
  'wait',
  'sleep',
  'set-clock',
] as const;
export type Act = (typeof ACTS)[number];

/** What went wrong in a journey; empty when nothing did. */
export interface JourneyResult {
  readonly seed: number;
  readonly acts: readonly Act[];
  readonly faults: readonly string[];
}

const SETTLED_STATES = ['ready', 'closed', 'done'];
const HEALING_STEPS = 40;
const STEP_MS = 15_000;
/** Turns of 3 ms in which a network that works must answer. */
const HEALED_TURNS = 3_000;

/** The acts of a journey by its seed. */
export function actsOf(seed: number): Act[] {
  const random = createRandom(seed ^ 0x5eed);
  return Array.from({ length: 3 + random.below(10) }, () => random.pick(ACTS));
}

/** Goes through a journey: the acts on a network that fails, then a network that works, until the customer's status is shown. */
export async function runJourney(
  page: JourneyPage,
  seed: number,
  acts: readonly Act[],
): Promise<JourneyResult> {
  const { clock, network, windows, watch } = page;
  const random = createRandom(seed);
  const reach = (stage: string) => void (page.stage = stage);
  reach('begin');
  clock.startOver();
  network.startOver();
  // the servers of an attempt with this seed that did not end
  await network.command(seed, 'end');
  const faults = new Set<string>();
  const tokens: string[] = [];
  const mintsBefore = network.mintsWithoutClick();
  const linksBefore = windows.links().length;
  const openEndpoint = async () => {
    const { endpoint = '' } = await network.command(seed, 'open');
    tokens.push(endpoint.slice(endpoint.lastIndexOf('/') + 1));
    return endpoint;
  };
  const endpoint = await openEndpoint();
  const links = () => windows.links().slice(linksBefore);

  let element = mount();
  function mount(): EnkashVkycButton {
    const created = document.createElement('enkash-vkyc-button');
    Object.assign(created, { mode: 'popup', renewSession: openEndpoint, sessionEndpoint: endpoint });
    document.body.append(created);
    return created;
  }

  const button = () => element.shadowRoot?.querySelector<HTMLElement>('[part~=button]');
  const click = () => {
    network.allowMint();
    button()?.click();
  };
  /** Waits for answers in real time: a moment while some may never come, long enough for a busy machine afterwards. */
  async function catchUp(turns = 6): Promise<void> {
    for (let turn = 0; turn < turns; turn++) {
      await settle();
      if (network.inFlight() === 0) break;
      await pause(3);
    }
    await element.updateComplete;
    if (windows.openCount() > 1) faults.add('doubleWindows');
    const contents = watch.contents();
    if ([...tokens, ...links()].some((secret) => contents.includes(secret))) faults.add('leaked');
    for (const error of watch.errors.splice(0)) faults.add(`uncaught: ${error}`);
  }

  async function act(name: Act): Promise<void> {
    switch (name) {
      case 'click':
        click();
        return;
      case 'click-twice':
        click();
        click();
        return;
      case 'hover':
        network.allowMint();
        button()?.dispatchEvent(
          new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }),
        );
        return;
      case 'close-window':
        windows.closeAll();
        return;
      case 'complete-call': {
        const link = links().at(-1);
        if (link !== undefined && windows.openCount() > 0) await network.command(seed, 'complete', link);
        return;
      }
      case 'go-offline':
        network.setOnline(false);
        return;
      case 'go-online':
        network.setOnline(true);
        return;
      case 'hide':
        setHidden(true);
        return;
      case 'show':
        setHidden(false);
        return;
      case 'render-again':
        element.remove();
        if (random.next() < 0.5) await catchUp();
        element = mount();
        return;
      case 'refresh':
        void element.refresh();
        return;
      case 'block-window':
        windows.blockNext();
        return;
      case 'wait':
        return clock.advance(random.below(20_000));
      case 'sleep':
        return clock.advance(random.below(120_000));
      case 'set-clock':
        clock.jump(random.below(7_200_000) - 3_600_000);
        return;
    }
  }

  await catchUp();
  for (const name of acts) {
    reach(name);
    await act(name);
    await catchUp();
  }

  reach('heal');

  await network.command(seed, 'heal');
  network.setOnline(true);
  setHidden(false);
  windows.allow();
  windows.closeAll();
  let phase = '';
  let isShown = false;
  for (let step = 0; step < HEALING_STEPS && !isShown; step++) {
    reach(`heal ${step}: ${element.state}`);
    await clock.advance(STEP_MS);
    if (element.state === 'error') click();
    else void element.refresh();
    await catchUp(HEALED_TURNS);
    windows.closeAll();
    ({ phase = '' } = await network.command(seed, 'phase'));
    isShown = SETTLED_STATES.includes(element.state) && element.phase === phase;
  }
  if (!isShown)
    faults.add(
      SETTLED_STATES.includes(element.state)
        ? `lost: ${element.phase}, not ${phase}`
        : `hung: ${element.state} ${element.shadowRoot?.querySelector('[part~=error-reference]')?.textContent ?? ''}`,
    );
  element.remove();
  await catchUp();
  if (network.mintsWithoutClick() > mintsBefore) faults.add('mintsWithoutClick');
  await network.command(seed, 'end');
  watch.forget();
  forgetCall();
  return { seed, acts, faults: [...faults] };
}

/** The next journey is of another customer on another page. */
function forgetCall(): void {
  sessionStorage.clear();
  const record: unknown = Reflect.get(globalThis, Symbol.for('enkash-vkyc-button/call'));
  if (typeof record === 'object' && record !== null) Reflect.set(record, 'current', null);
}

function setHidden(hidden: boolean): void {
  const state = hidden ? 'hidden' : 'visible';
  Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });
  Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}
