/** Makes the page forget its last call, which the next test on the same page would continue. */
export function forgetPageCall(): void {
  const record: unknown = Reflect.get(globalThis, Symbol.for('enkash-vkyc-button/call'));
  if (typeof record === 'object' && record !== null) Reflect.set(record, 'current', null);
}
