export type { NodeRequest, NodeResponse } from '../node/node-http.js';
export type { Handler, NodeListener } from '../node/node-listener.js';
export { createVkycBackend } from './create-vkyc-backend.js';
export { passwordToken } from './enkash/password-token.js';
export type { PasswordTokenOptions } from './enkash/token-request.js';
export type { EnumModel } from '../status/parse-enum-model.js';
export type { KycStatus, Phase, StatusPhases } from '../status/phase.js';
export { VkycHttpError, type RefusalCode, type RefusalDetails } from './errors.js';
export type { BackendEvent, EventMethod } from './events.js';
export type { FailureCause } from './failure-cause.js';
export { nodeListener, type NodeListenerSettings } from './http/node-listener.js';
export type {
  EnkashOptions,
  TokenContext,
  TokenSource,
  VkycBackendOptions,
} from './options/backend-options.js';
export type { SessionPages } from './sessions/session-links.js';
export { memoryStore, type MemoryStoreOptions } from './stores/memory-store.js';
export {
  redisStore,
  type IoRedisClient,
  type NodeRedisClient,
  type RedisClient,
} from './stores/redis-store.js';
export type { Store } from './stores/store.js';
export type {
  BackendHealth,
  CreatedSession,
  CustomerStatus,
  SessionRequest,
  VkycBackend,
} from './vkyc-backend.js';
