import type { ScheduleSettings } from '../src/hours/schedule.js';
import { SEED_CARD_ID, startSandbox, type RunningSandbox } from '../src/sandbox/index.js';
import { listen } from '../src/sandbox/listen.js';
import { bankCalendar } from './bank-calendar.js';
import { listenOnFreePort } from './listen-on-free-port.js';
import { createPartnerBackend } from './partner-backend.js';
import { servePage, type PageOptions } from './page-server.js';
import { createTimeTravel, type TimeTravel } from './time-travel.js';

/** How the demo is started. */
export interface DemoOptions {
  /** The demo's own page unless a folder of static files is to be served in its place. */
  readonly page?: PageOptions['page'] | undefined;
  /** The first of four ports in a row, 5173 unless said; a taken one gives way to the next. 0: any free ones. */
  readonly port?: number | undefined;
  /** Whether to open the page in the browser; not unless said. */
  readonly open?: boolean | undefined;
  /** The real time in milliseconds since 1970; `Date.now` unless a test brings its own. */
  readonly now?: (() => number) | undefined;
}

/** Four servers that talk HTTP to each other, each by its origin, and what moves them. */
export interface Demo {
  /** The partner's page; `/vkyc`, `/demo/session`, `/demo/clock` and `/sandbox` are passed on to the other servers. */
  readonly page: string;
  readonly backend: string;
  readonly enkash: string;
  readonly signzy: string;
  /** EnKash and Signzy from within. */
  readonly sandbox: RunningSandbox;
  readonly clock: Pick<TimeTravel, 'now' | 'view'>;
  /** Ends all four and frees their ports. */
  stop(): Promise<void>;
}

/**
 * Starts the partner's page, the partner's backend, and the stand-ins of EnKash and Signzy, all on loopback.
 * @throws {Error} Node's own, when the servers cannot be started; none is left running.
 */
export async function startDemo({
  page = 'vite',
  port = 5173,
  open = false,
  now = Date.now,
}: DemoOptions = {}): Promise<Demo> {
  const nth = (n: number) => (port === 0 ? 0 : port + n);
  const servers: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  const schedule = bankCalendar(now());
  const clock = createTimeTravel(now, schedule);

  try {
    const sandbox = await listenOnFreePort(nth(2), (first) =>
      startSandbox({ enkashPort: first, signzyPort: first && first + 1, now: clock.now }),
    );
    servers.push(sandbox);
    const backend = await listenOnFreePort(nth(1), (one) => listen('127.0.0.1', one));
    servers.push(backend);
    backend.serve(backendOf(sandbox, schedule, clock));

    const proxy = {
      '/vkyc': backend.origin,
      '/demo/session': backend.origin,
      '/demo/clock': backend.origin,
      '/sandbox': sandbox.enkashOrigin,
    };
    const front = await servePage({ page, port, proxy, open });
    servers.push(front);
    return {
      page: front.origin,
      backend: backend.origin,
      enkash: sandbox.enkashOrigin,
      signzy: sandbox.signzyOrigin,
      sandbox,
      clock,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * What the backend's port answers: the demo's clock, and the partner. After each journey in time the partner begins
 * anew, since what it remembers supposes a time that only goes on. The secret stays, so sessions do.
 */
function backendOf(
  enkash: RunningSandbox,
  schedule: ScheduleSettings,
  clock: TimeTravel,
): (request: Request) => Promise<Response> {
  const secret = crypto.randomUUID() + crypto.randomUUID();
  const newPartner = () =>
    createPartnerBackend({ enkash, signedIn: SEED_CARD_ID, secret, schedule, now: clock.now });
  let partner = newPartner();
  return async (request) => {
    if (new URL(request.url).pathname !== '/demo/clock') return partner(request);
    const answer = await clock.handle(request);
    if (request.method === 'POST') partner = newPartner();
    return answer;
  };
}
