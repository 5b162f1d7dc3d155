import { SEED_CARD_ID, startSandbox, type RunningSandbox } from '../src/sandbox/index.js';
import { listen } from '../src/sandbox/listen.js';
import { bankCalendar } from './bank-calendar.js';
import { createDemoBackend } from './demo-backend.js';
import { listenOnFreePort } from './listen-on-free-port.js';
import { createPartnerBackend } from './partner-backend.js';
import { servePage, type PageOptions } from './page-server.js';
import { createTimeTravel, type TimeTravel } from './time-travel.js';

/** How to start the demo. */
export interface DemoOptions {
  /** A folder of static files to serve instead of the demo's own page. */
  readonly page?: PageOptions['page'] | undefined;
  /** The first of four consecutive ports, defaults to 5173; the next free one replaces a port in use. 0: any free ports. */
  readonly port?: number | undefined;
  /** Whether to open the page in the browser; defaults to false. */
  readonly open?: boolean | undefined;
  /** The real time in milliseconds since 1970; defaults to `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** See `PageOptions.cacheDir`. */
  readonly cacheDir?: PageOptions['cacheDir'];
}

/** The demo's four servers, each by its origin. */
export interface Demo {
  /** The partner's page; forwards `/vkyc`, `/sandbox` and the requests of the demo's panels to the other servers. */
  readonly page: string;
  readonly backend: string;
  readonly enkash: string;
  readonly signzy: string;
  /** Controls EnKash and Signzy. */
  readonly sandbox: RunningSandbox;
  readonly clock: Pick<TimeTravel, 'now' | 'view'>;
  /** Stops all four servers and frees their ports. */
  stop(): Promise<void>;
}

/**
 * Starts the partner's page, the partner's backend, and the sandbox's EnKash and Signzy, all on loopback.
 * @throws {Error} when a server cannot be started; none is left running.
 */
export async function startDemo({
  page = 'vite',
  port = 5173,
  open = false,
  now = Date.now,
  cacheDir,
}: DemoOptions = {}): Promise<Demo> {
  const portAt = (index: number) => (port === 0 ? 0 : port + index);
  const servers: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  const schedule = bankCalendar(now());
  const clock = createTimeTravel(now, schedule);

  try {
    const sandbox = await listenOnFreePort(portAt(2), (enkashPort) =>
      startSandbox({ enkashPort, signzyPort: enkashPort && enkashPort + 1, now: clock.now }),
    );
    servers.push(sandbox);
    const backend = await listenOnFreePort(portAt(1), (free) => listen('127.0.0.1', free));
    servers.push(backend);
    const secret = crypto.randomUUID() + crypto.randomUUID();
    const partner = { enkash: sandbox, signedIn: SEED_CARD_ID, secret, now: clock.now };
    backend.serve(
      createDemoBackend({
        clock,
        schedule,
        createPartner: (current) => createPartnerBackend({ ...partner, schedule: current }),
      }),
    );

    const proxy = {
      '/vkyc': backend.origin,
      '/demo/session': backend.origin,
      '/demo/clock': backend.origin,
      '/demo/schedule': backend.origin,
      '/sandbox': sandbox.enkashOrigin,
    };
    const pageServer = await servePage({ page, port, proxy, open, cacheDir });
    servers.push(pageServer);
    return {
      page: pageServer.origin,
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
