export type { EnkashOptions, VkycBackendOptions } from './options/backend-options.js';
export { createVkycBackend } from './create-vkyc-backend.js';
export type { BackendEvent, EventMethod } from './events.js';
export { memoryStore, type MemoryStoreOptions } from './stores/memory-store.js';
export { passwordToken, type PasswordTokenOptions } from './enkash/password-token.js';
export type { RefusalCode } from './errors.js';
export type { SessionPages } from './sessions/session-links.js';
export type { Store } from './stores/store.js';
export type { TokenSource } from './enkash/token-source.js';
export type { BackendHealth, VkycBackend } from './vkyc-backend.js';
export { nodeListener, type NodeRequest, type NodeResponse } from './http/node-listener.js';
export {
  redisStore,
  type IoRedisClient,
  type NodeRedisClient,
  type RedisClient,
} from './stores/redis-store.js';
