import type { Browser } from 'playwright-core';
import type { CurrentAvailability } from '../../../src/index.js';
import type { CleanupScope } from './cleanup-scope.js';
import { MINUTE } from './instants.js';
import { startWallet, type Wallet, type WalletOptions } from './start-wallet.js';
import { visitPage, type Customer, type VisitOptions } from './visit-page.js';

/** The time at which a wallet is visited, and what else differs from the default. */
export interface VisitAtOptions extends Omit<WalletOptions, 'now' | 'at'>, Pick<VisitOptions, 'device'> {
  /** The true time, in milliseconds since 1970. */
  readonly at: number;
  /** The device's date less the true time, in milliseconds; defaults to 0. */
  readonly dateOffset?: number;
  /** Runs before the first visit. An interceptor set later could be spent on a late request of the first visit. */
  readonly prepareWallet?: (wallet: Wallet) => void;
}

/** A customer at a wallet whose servers and device have a fixed time that the test advances, in milliseconds. */
export interface ControlledCustomer extends Customer {
  readonly wallet: Wallet;
  /**
   * Advances time everywhere and runs each timer at its moment. A response arrives only after the advance, so stop at
   * every moment at which a request is expected.
   */
  advance(time: number): Promise<void>;
  /** Advances time everywhere, as in a throttled tab: timers that fall due run late, at the end. */
  advanceThrottled(time: number): Promise<void>;
  /** Suspends the device: its date advances, its monotonic clock and timers do not. No page event announces it. */
  suspend(time: number): Promise<void>;
  /** Moves the device's date forward, and nothing else. */
  changeDeviceDate(time: number): Promise<void>;
  /** Advances time on the servers only. */
  advanceServers(time: number): void;
}

/** Opens the wallet's page at an instant, with all clocks stopped. */
export const visitAt = async (
  scope: CleanupScope,
  browser: Browser,
  { at, dateOffset = 0, device = {}, prepareWallet, ...options }: VisitAtOptions,
): Promise<ControlledCustomer> => {
  let trueTime = at;
  let deviceDate = at + dateOffset;
  const wallet = await startWallet(scope, { ...options, now: () => trueTime });
  prepareWallet?.(wallet);
  const customer = await visitPage(scope, browser, {
    url: wallet.url,
    device,
    async beforeLoad({ clock }) {
      // A clock can only be paused at a time in its future.
      await clock.install({ time: deviceDate - MINUTE });
      await clock.pauseAt(deviceDate);
    },
  });
  const { clock } = customer.page;
  const advanceServers = (time: number) => void (trueTime += time);
  const changeDeviceDate = async (time: number) => {
    deviceDate += time;
    await clock.setSystemTime(deviceDate);
  };
  return {
    ...customer,
    wallet,
    advanceServers,
    changeDeviceDate,
    async advance(time) {
      advanceServers(time);
      deviceDate += time;
      await clock.runFor(time);
    },
    async advanceThrottled(time) {
      advanceServers(time);
      deviceDate += time;
      await clock.fastForward(time);
    },
    async suspend(time) {
      advanceServers(time);
      await changeDeviceDate(time);
    },
  };
};

/** The value of the element's `availability` property. */
export const availabilityOf = ({ element }: Pick<Customer, 'element'>): Promise<CurrentAvailability> =>
  element.evaluate((one) => (one as unknown as { availability: CurrentAvailability }).availability);
