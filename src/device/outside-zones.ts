/** zone.js, as far as it is used here. */
interface PageWithZones {
  readonly Zone?: { readonly root?: { run<T>(task: () => T): T } };
}

/**
 * Runs `task` outside the current zone of zone.js, where there is one. Angular waits for the timers and requests of its
 * zone before it calls a page stable, and checks the whole page after each of them.
 */
export function outsideZones<T>(task: () => T): T {
  const root = (globalThis as PageWithZones).Zone?.root;
  return root ? root.run(task) : task();
}
