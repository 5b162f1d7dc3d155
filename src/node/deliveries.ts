/** The way of one answer from the handler to the network. */
export interface Delivery {
  /** Resolves when the last byte has left the process, or the client has disconnected. */
  readonly done: Promise<void>;
  /** Closes the connection after this answer, so that the client sends its next request elsewhere. */
  closeConnection(): void;
}

const deliveries = new WeakMap<Request, Delivery>();
const receiving = new Set<Promise<unknown>>();

/** Remembers the delivery of the answer to a request, for the handler that answers it. */
export function registerDelivery(request: Request, delivery: Delivery): void {
  deliveries.set(request, delivery);
}

/** The delivery of the answer to a request; undefined when it did not come from a listener of ours. */
export function deliveryOf(request: Request): Delivery | undefined {
  return deliveries.get(request);
}

/** Counts a request whose body is still arriving, from now until `whenHandled` settles. */
export function trackReceiving(whenHandled: Promise<unknown>): void {
  receiving.add(whenHandled);
  const forget = () => receiving.delete(whenHandled);
  whenHandled.then(forget, forget);
}

/** Resolves when the bodies that are arriving now have been passed to their handlers. Never rejects. */
export async function bodiesReceived(): Promise<void> {
  await Promise.allSettled(receiving);
}
