import { createSandbox, SEED_CARD_ID, type Sandbox, type SampleStatusName } from '../../src/sandbox/index.js';
import { createVkycBackend, passwordToken } from '../../src/server/index.js';
import { parseEnumModel } from '../../src/status/parse-enum-model.js';
import { phaseOf, type Phase } from '../../src/status/phase.js';
import { createRandom } from '../random.js';
import { createFaultyNetwork, type FaultyNetwork } from './faulty-network.js';

/** Monday 23 November 2026, 11:00 in India: open for seven hours. */
export const START = Date.UTC(2026, 10, 23, 5, 30);

const BEGINNINGS = ['not-started', 'in-progress'] as const satisfies readonly SampleStatusName[];
const ENDINGS = ['approved', 'rejected', 'dropped'] as const;

/** Header with the milliseconds that have passed on the page: all servers of a journey follow its clock. */
export const ELAPSED_HEADER = 'x-soak-elapsed';

/** The servers of one journey: the partner's backend, EnKash and Signzy, and the networks between them. */
export interface SoakPartner {
  /** A request of the element to its session endpoint, through the faulty network. */
  session(request: Request): Promise<Response>;
  /** Lets the servers follow the clock of the page, which a request tells. */
  follow(request: Request): void;
  /** A fresh endpoint, as the partner's page would get it. */
  openSession(): Promise<string>;
  /** The customer goes through the call behind a link. */
  complete(link: string): Promise<void>;
  /** From now on every network works. */
  heal(): void;
  /** The customer's status, as EnKash has it. */
  phase(): Phase;
}

/** Starts the servers of a journey. The seed decides about every fault. */
export function createSoakPartner(seed: number): SoakPartner {
  const random = createRandom(seed);
  let elapsed = 0;
  const now = () => START + elapsed;
  const sandbox = createSandbox({
    customers: { [SEED_CARD_ID]: random.pick(BEGINNINGS) },
    paceMs: 0,
    auditDelayMs: 30_000,
    now,
  });
  const toPage = createFaultyNetwork(random, 0.35);
  const toEnkash = createFaultyNetwork(random, 0.15);
  const backend = createBackend({ sandbox, network: toEnkash, now });
  const openSession = async () => (await backend.createSession({ enKashCardId: SEED_CARD_ID })).endpoint;

  const follow = (request: Request) => {
    elapsed = Math.max(elapsed, Number(request.headers.get(ELAPSED_HEADER)) || 0);
  };

  return {
    follow,
    openSession,
    session(request) {
      follow(request);
      return toPage.exchange(request, backend.handle);
    },
    async complete(link) {
      const url = URL.canParse('events', link) ? new URL('events', link) : null;
      if (url) await sandbox.signzy(new Request(url, { method: 'POST', body: random.pick(ENDINGS) }));
    },
    heal() {
      toPage.heal();
      toEnkash.heal();
      sandbox.clearFaults();
    },
    phase() {
      const [customer] = sandbox.snapshot().customers;
      return phaseOf({
        kycStatus: parseEnumModel(customer?.kycStatus),
        kycSubStatus: parseEnumModel(customer?.kycSubStatus),
      });
    },
  };
}

interface BackendParts {
  readonly sandbox: Sandbox;
  readonly network: FaultyNetwork;
  readonly now: () => number;
}

function createBackend({ sandbox, network, now }: BackendParts) {
  const fetchEnkash: typeof fetch = (input, init) =>
    network.exchange(new Request(input, init), (request) => sandbox.enkash(request));
  const { partnerId, ...login } = sandbox.credentials;
  return createVkycBackend({
    enkash: {
      baseUrl: sandbox.enkashOrigin,
      partnerId,
      token: passwordToken({ tokenUrl: sandbox.tokenUrl, ...login, now, fetch: fetchEnkash }),
      statusUrl: sandbox.statusUrl,
    },
    secret: 'a secret of the soak run, which protects nobody',
    now,
    fetch: fetchEnkash,
    onEvent: () => undefined,
  });
}
