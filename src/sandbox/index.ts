export { createSandbox, type SandboxOptions } from './create-sandbox.js';
export { SANDBOX_CREDENTIALS, type EnkashCredentials } from './credentials.js';
export { type CallEvent, type CustomerView } from './customers.js';
export { FAULT_ANSWERS, ROUTES, type Fault, type FaultAnswer, type Route } from './faults.js';
export { DOCUMENTED_SIGNZY_ORIGIN, SEED_CARD_ID } from './kyc-links.js';
export { mswHandlers, type MswHttp } from './msw-handlers.js';
export {
  SAMPLE_STATUSES,
  type SampleStatus,
  type SampleStatusName,
  type WireStatus,
} from './sample-status.js';
export type { SandboxBackendSettings, SandboxElementAttributes } from './partner-settings.js';
export type { Sandbox, SandboxSnapshot } from './sandbox.js';
export { type SandboxSettings } from './settings.js';
export { startSandbox, type RunningSandbox, type StartSandboxOptions } from './start-sandbox.js';
