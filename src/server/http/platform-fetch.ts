/** The global `fetch`, looked up at each call, so that tracing or a mock installed later is seen. */
export function platformFetch(...request: Parameters<typeof globalThis.fetch>): Promise<Response> {
  return globalThis.fetch(...request);
}
