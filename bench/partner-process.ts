/** One process of a partner's backend over HTTP, with a Redis shared between processes. Sends its port to the parent. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'redis';
import { createVkycBackend, nodeListener, UNLIMITED, redisStore } from './built-server.js';

const [, , redisUrl = '', enkashUrl = ''] = process.argv;
const redis = createClient({ url: redisUrl });
redis.on('error', () => undefined);
await redis.connect();
const vkyc = createVkycBackend({
  ...UNLIMITED,
  store: redisStore(redis),
  enkash: { baseUrl: enkashUrl, partnerId: 'PARTNER', token: () => Promise.resolve('TOKEN') },
});
const server = createServer(nodeListener(vkyc.handle));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
