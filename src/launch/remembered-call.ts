/** Where a call may continue that no page can observe: in a window, or on the customer's phone. */
export type RememberedPlace = 'window' | 'phone';

const PLACES: readonly RememberedPlace[] = ['window', 'phone'];

/** A call, with the wait for an agent, is over after this time, in milliseconds. */
const CALL_LIFE_MS = 60 * 60_000;

/** What this page remembers where the browser allows no storage. */
const ownStorage = new Map<string, string>();

/**
 * Remembers in this tab, also when the page is loaded again, that a call has opened in that place. Only the time is
 * stored. It takes the place of what was remembered before.
 *
 * @param now the device's date in epoch milliseconds
 */
export function rememberCall(place: RememberedPlace, now: number): void {
  PLACES.forEach(forgetCall);
  ownStorage.set(keyOf(place), String(now));
  try {
    sessionStorage.setItem(keyOf(place), String(now));
  } catch {
    // Storage is blocked or full.
  }
}

/** The call in that place is over. */
export function forgetCall(place: RememberedPlace): void {
  ownStorage.delete(keyOf(place));
  try {
    sessionStorage.removeItem(keyOf(place));
  } catch {
    // Then nothing was stored.
  }
}

/** Where a call of this tab may still be alive; null if there was none lately. */
export function rememberedPlace(now: number): RememberedPlace | null {
  return PLACES.find((place) => Math.abs(now - Number(read(keyOf(place)) ?? NaN)) < CALL_LIFE_MS) ?? null;
}

function keyOf(place: RememberedPlace): string {
  return `enkash-vkyc-button:${place}`;
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key) ?? ownStorage.get(key) ?? null;
  } catch {
    return ownStorage.get(key) ?? null;
  }
}
