import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The `redis-server` program: `REDIS_SERVER_PATH`, else one on the PATH. Undefined when there is none, which CI does not accept. */
export const findRedis = (): string | undefined =>
  [
    process.env.REDIS_SERVER_PATH ?? '',
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'redis-server')),
  ].find((path) => path !== '' && existsSync(path));
