import { discardPendingStart } from '../../src/launch/pending-start.js';
import { forgetCall } from '../../src/launch/remembered-call.js';

/** Makes the page and the tab forget the last call, and a press without a call, which the next test on the same page would continue. */
export function forgetPageCall(): void {
  discardPendingStart();
  forgetCall('window');
  forgetCall('phone');
  forgetWindows();
}

/** Makes the page forget its windows, as a reload does: only the tab remembers a call. */
export function forgetWindows(): void {
  const record: unknown = Reflect.get(globalThis, Symbol.for('enkash-vkyc-button/call'));
  if (typeof record === 'object' && record !== null) Reflect.set(record, 'current', null);
}
