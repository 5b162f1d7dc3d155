/** The channel on which the page of the call tells the wallet's page what happens. */
const CHANNEL = 'enkash-vkyc-button/demo-call';

/** One event of the call: the path of its link, and the event as Signzy receives it. */
export interface CallReport {
  readonly path: string;
  readonly event: string;
}

/** Reports the events of a call to the other pages of this site. */
export function createCallReporter(path: string): (event: string) => void {
  const channel = new BroadcastChannel(CHANNEL);
  return (event) => channel.postMessage({ path, event } satisfies CallReport);
}

/** Listens to the events of all calls of this site. */
export function listenToCalls(listener: (report: CallReport) => void): void {
  new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isReport(data)) listener(data);
  });
}

const isReport = (data: unknown): data is CallReport =>
  typeof data === 'object' &&
  data !== null &&
  'path' in data &&
  typeof data.path === 'string' &&
  'event' in data &&
  typeof data.event === 'string';
