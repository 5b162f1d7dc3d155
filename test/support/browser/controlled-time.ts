import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { CurrentAvailability } from '../../../src/index.js';
import { visit, type Customer } from './customer.js';
import type { Scope } from './scope.js';
import { startWallet, type Wallet, type WalletOptions } from './wallet.js';

/** How a test with controlled time begins. */
export interface TimeOptions extends Omit<WalletOptions, 'now'> {
  /** When it is, in milliseconds since 1970. */
  readonly at: number;
  /** How far the device's date is ahead of the truth, in milliseconds; 0 unless said. */
  readonly ahead?: number;
  /** The customer's browser, where it is not as usual in India. */
  readonly device?: BrowserContextOptions;
}

/** A customer at a wallet where no time passes, on the servers or the device, unless the test says so. In milliseconds. */
export interface ControlledTime extends Customer {
  readonly wallet: Wallet;
  /** Lets time pass for all, each timer at its moment. An answer comes when it has passed: stop where one is asked for. */
  pass(time: number): Promise<void>;
  /** The same while the browser holds timers back: those that fall due run late, at the end. */
  passThrottled(time: number): Promise<void>;
  /** Shuts the lid: dates go on, the device's monotonic clock and timers stand still. No page event tells of it. */
  sleep(time: number): Promise<void>;
  /** Sets the device's date on, and nothing else. */
  setDateOn(time: number): Promise<void>;
  /** Lets time pass on the servers alone. */
  passElsewhere(time: number): void;
}

/** Opens the wallet's page at an instant at which time stands still. */
export const standAt = async (
  scope: Scope,
  browser: Browser,
  { at, ahead = 0, device = {}, ...options }: TimeOptions,
): Promise<ControlledTime> => {
  let truth = at;
  let date = at + ahead;
  const wallet = await startWallet(scope, { ...options, now: () => truth });
  const customer = await visit(
    scope,
    browser,
    wallet,
    async ({ clock }) => {
      // it runs until it is paused, and can be paused in its future alone
      await clock.install({ time: date - 60_000 });
      await clock.pauseAt(date);
    },
    device,
  );
  const { clock } = customer.page;
  const passElsewhere = (time: number) => void (truth += time);
  const setDateOn = async (time: number) => {
    date += time;
    await clock.setSystemTime(date);
  };
  return {
    ...customer,
    wallet,
    passElsewhere,
    setDateOn,
    async pass(time) {
      passElsewhere(time);
      date += time;
      await clock.runFor(time);
    },
    async passThrottled(time) {
      passElsewhere(time);
      date += time;
      await clock.fastForward(time);
    },
    async sleep(time) {
      passElsewhere(time);
      await setDateOn(time);
    },
  };
};

/** What the element's property says. */
export const availabilityOf = ({ element }: Pick<Customer, 'element'>): Promise<CurrentAvailability> =>
  element.evaluate((one) => (one as unknown as { availability: CurrentAvailability }).availability);
