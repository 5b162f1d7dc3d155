export type { EnkashOptions, VkycBackendOptions } from './backend-options.js';
export { createVkycBackend, type VkycBackend } from './create-vkyc-backend.js';
export type { BackendEvent, EventMethod } from './events.js';
export { memoryStore, type MemoryStoreOptions } from './memory-store.js';
export { passwordToken, type PasswordTokenOptions } from './password-token.js';
export type { RefusalCode } from './refused.js';
export type { Store } from './store.js';
export type { TokenSource } from './token-source.js';
