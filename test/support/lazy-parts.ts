import type { LazyPart } from '../../src/device/lazy-part.js';
import { dialogPart, checklistPart, handoffPart, reminderPart } from '../../src/element/parts.js';
import type { VkycError } from '../../src/errors/vkyc-error.js';

/** A part that is loaded already. */
export const loadedPart = <Part>(part: Part): LazyPart<Part> => ({
  loaded: part,
  preload() {},
  use: (task) => task(part),
});

/** A part whose uses wait until the test lets it load or fail. */
export function heldPart<Part>(part: Part) {
  const waiting: { task: (part: Part) => void; onFailed: (failure: VkycError) => void }[] = [];
  const held: LazyPart<Part> = {
    loaded: null,
    preload() {},
    use: (task, onFailed) => void waiting.push({ task, onFailed }),
  };
  return {
    held,
    load: () => waiting.splice(0).forEach(({ task }) => task(part)),
    fail: (failure: VkycError) => waiting.splice(0).forEach(({ onFailed }) => onFailed(failure)),
  };
}

/** Loads all parts of the element, as for the file for script tags, so that each press has its effect at once. */
export async function loadParts(): Promise<void> {
  const load = (part: LazyPart<unknown>) =>
    new Promise<void>((resolve, reject) => part.use(() => resolve(), reject));
  await Promise.all([dialogPart, checklistPart, handoffPart, reminderPart].map(load));
}
