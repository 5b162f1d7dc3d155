import type { ScheduleSettings } from '../hours/schedule.js';
import type { Sandbox } from './sandbox.js';

/** What `createVkycBackend` needs for a sandbox, besides `secret`. */
export interface SandboxBackendSettings {
  readonly enkash: {
    readonly baseUrl: string;
    readonly partnerId: string;
    readonly token: () => Promise<string>;
    readonly statusUrl: string;
  };
  /** The host of the sandbox's links, which only a list of one's own can allow. */
  readonly allowedLinkHosts: string;
  /** All day on all days, so that a call can be tried at any hour. */
  readonly schedule: ScheduleSettings;
}

/** The attributes that `<enkash-vkyc-button>` needs for a sandbox, besides `session-endpoint`. */
export interface SandboxElementAttributes {
  readonly 'allowed-link-hosts': string;
  readonly 'working-hours': string;
  readonly 'working-days': string;
}

const ALWAYS = { workingHours: '00:00-24:00', workingDays: 'mon-sun' };

/** The settings of a backend that uses a sandbox in place of EnKash. */
export function backendSettings(sandbox: Sandbox): SandboxBackendSettings {
  return {
    enkash: {
      baseUrl: sandbox.enkashOrigin,
      partnerId: sandbox.credentials.partnerId,
      token: () => Promise.resolve(sandbox.issueToken()),
      statusUrl: sandbox.statusUrl,
    },
    allowedLinkHosts: linkHost(sandbox),
    schedule: ALWAYS,
  };
}

/** The attributes of a button whose backend uses a sandbox. */
export function elementAttributes(sandbox: Sandbox): SandboxElementAttributes {
  return {
    'allowed-link-hosts': linkHost(sandbox),
    'working-hours': ALWAYS.workingHours,
    'working-days': ALWAYS.workingDays,
  };
}

function linkHost({ signzyOrigin }: Sandbox): string {
  return new URL(signzyOrigin).hostname;
}
