/** One process of a partner's backend, as `fork()` starts it: settings as JSON in, `{ port }` out. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'redis';
import { createVkycBackend, nodeListener, redisStore } from '../../../src/server/index.js';

/** The first argument, as JSON. */
export interface PartnerProcessSettings {
  readonly redisUrl: string;
  readonly enkashUrl: string;
  readonly token: string;
  readonly secret: string;
  /** The fixed time of the process, in epoch milliseconds. */
  readonly instant: number;
}

const settings = JSON.parse(process.argv[2] ?? '') as PartnerProcessSettings;
const redis = createClient({ url: settings.redisUrl });
redis.on('error', () => undefined);
await redis.connect();

const vkyc = createVkycBackend({
  enkash: {
    baseUrl: settings.enkashUrl,
    partnerId: 'CRM338L2H',
    token: () => Promise.resolve(settings.token),
  },
  secret: settings.secret,
  store: redisStore(redis),
  now: () => settings.instant,
});

const server = createServer(nodeListener(vkyc.handle));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
