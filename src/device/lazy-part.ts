import { internalError } from '../errors/internal-error.js';
import { VkycError } from '../errors/vkyc-error.js';
import { browserTimers, type Timers } from './timers.js';
import { warn } from './warn.js';

/**
 * A part of the element that few customers need. In the npm package its code is a file of its own, which the partner's
 * bundler loads apart from the first load. In the file for script tags it is there from the beginning.
 */
export interface LazyPart<Part> {
  /** Null until it is loaded. */
  readonly loaded: Part | null;
  /** Loads it once the page is idle, because it will probably be used. A failure is silent: `use` tries again. */
  preload(): void;
  /**
   * Runs `task` with the part: at once if it is loaded, in the customer's gesture, else when it is.
   *
   * @param onFailed runs instead when the part does not load, with `network`, or with `timeout` after 8 seconds. The next
   * call tries again.
   */
  use(task: (part: Part) => void, onFailed: (failure: VkycError) => void): void;
}

/** What a lazy part is built on. The browser's own unless given. */
export interface LazyPartOptions {
  readonly after?: Timers['after'];
  /** Runs a task when the page is idle. */
  readonly whenIdle?: (task: () => void) => void;
}

/** How long a part may take to load. */
const MAX_LOAD_MS = 8_000;
/** Without `requestIdleCallback`, as in Safari. */
const IDLE_DELAY_MS = 1_000;

/** @param load imports the part; a bundler sees `import()` only where it is written */
export function createLazyPart<Part>(
  load: () => Promise<Part>,
  { after = browserTimers.after, whenIdle = idle }: LazyPartOptions = {},
): LazyPart<Part> {
  let loaded: Part | null = null;
  let isPreloading = false;

  /** Resolves with the part, or with why it did not load. */
  function start(): Promise<Part | VkycError> {
    return new Promise((settle) => {
      const cancel = after(MAX_LOAD_MS, () => settle(new VkycError('timeout')));
      load()
        .then((part) => settle((loaded = part)))
        .catch(() => settle(new VkycError('network')))
        .finally(cancel);
    });
  }

  return {
    get loaded() {
      return loaded;
    },
    preload() {
      if (isPreloading) return;
      isPreloading = true;
      whenIdle(() => void start());
    },
    use(task, onFailed) {
      if (loaded) task(loaded);
      else
        start()
          .then((result) => {
            if (!(result instanceof VkycError)) {
              task(result);
              return;
            }
            warn(`A part of the element did not load: ${result.message}`);
            onFailed(result);
          })
          .catch((error: unknown) => warn(internalError(error).message));
    },
  };
}

function idle(task: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task);
  else browserTimers.after(IDLE_DELAY_MS, task);
}
