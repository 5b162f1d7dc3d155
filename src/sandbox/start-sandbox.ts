import { isLoopbackHost } from '../protocol/loopback.js';
import { checkOptions, type OptionRule } from './check-options.js';
import { createSandbox, SANDBOX_RULES, type SandboxOptions } from './create-sandbox.js';
import type { Listener } from './listen.js';
import {
  backendSettings,
  elementAttributes,
  type SandboxBackendSettings,
  type SandboxElementAttributes,
} from './partner-settings.js';
import type { Sandbox } from './sandbox.js';

/** Where the sandbox listens, and its initial state as in {@link SandboxOptions}. The origins follow from the ports. */
export interface StartSandboxOptions extends Omit<SandboxOptions, 'enkashOrigin' | 'signzyOrigin'> {
  /** EnKash's port; 0, any free one, by default. */
  readonly enkashPort?: number | undefined;
  /** Signzy's port; 0, any free one, by default. */
  readonly signzyPort?: number | undefined;
  /** A loopback host, `127.0.0.1` by default. The sandbox does not serve other machines. */
  readonly host?: 'localhost' | '127.0.0.1' | '::1' | undefined;
}

/** A sandbox that is being served. */
export interface RunningSandbox extends Sandbox {
  /** Everything that `createVkycBackend` needs for this sandbox besides `secret`. */
  readonly backendSettings: SandboxBackendSettings;
  /** The attributes that the tag needs for this sandbox besides `session-endpoint`. */
  readonly elementAttributes: SandboxElementAttributes;
  /** Closes both servers and every open connection. */
  stop(): Promise<void>;
}

const isPort = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535;
const isLoopback = (value: unknown) =>
  typeof value === 'string' && isLoopbackHost(value.includes(':') ? `[${value}]` : value);

const PORT_RULE: OptionRule = { expected: 'a port, or 0 for any free one', accepts: isPort };

const RULES: Readonly<Record<keyof StartSandboxOptions, OptionRule>> = {
  ...SANDBOX_RULES,
  enkashPort: PORT_RULE,
  signzyPort: PORT_RULE,
  host: {
    expected: 'localhost, 127.0.0.1 or ::1, since the sandbox serves this machine only',
    accepts: isLoopback,
  },
};

/**
 * Serves a sandbox from Node on two loopback ports, so that EnKash and Signzy have two origins as in production.
 * @throws {TypeError} when an option is unknown or invalid, such as a host that is not a loopback one.
 * @throws {Error} Node's own, when a port is taken.
 *
 * @example
 * const sandbox = await startSandbox();
 * const vkyc = createVkycBackend({ ...sandbox.backendSettings, secret: 'at least 32 characters of your own' });
 * await sandbox.stop();
 */
export async function startSandbox(options: StartSandboxOptions = {}): Promise<RunningSandbox> {
  checkOptions(options, RULES);
  const { enkashPort = 0, signzyPort = 0, host = '127.0.0.1', ...rest } = options;
  // Loaded here, so that a browser can import the sandbox without Node's modules.
  const { listen } = await import('./listen.js');
  const listeners: Listener[] = [];
  const stop = async () => {
    await Promise.all(listeners.map((listener) => listener.stop()));
  };
  try {
    const enkash = await listen(host, enkashPort);
    listeners.push(enkash);
    const signzy = await listen(host, signzyPort);
    listeners.push(signzy);
    const sandbox = createSandbox({ ...rest, enkashOrigin: enkash.origin, signzyOrigin: signzy.origin });
    enkash.serve((request) => sandbox.enkash(request));
    signzy.serve((request) => sandbox.signzy(request));
    return {
      ...sandbox,
      backendSettings: backendSettings(sandbox),
      elementAttributes: elementAttributes(sandbox),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
