import type { Listener } from './listen.js';
import { createSandbox, type SandboxOptions } from './create-sandbox.js';
import type { Sandbox } from './sandbox.js';

/** Where the sandbox listens. Everything else is as in {@link SandboxOptions}; the origins follow from the ports. */
export interface StartSandboxOptions extends Omit<SandboxOptions, 'enkashOrigin' | 'signzyOrigin'> {
  /** EnKash's port; 0, any free one, unless said. */
  readonly enkashPort?: number | undefined;
  /** Signzy's port; 0, any free one, unless said. */
  readonly signzyPort?: number | undefined;
  /** A loopback host: `127.0.0.1` unless said. The sandbox is not for other machines. */
  readonly host?: 'localhost' | '127.0.0.1' | '::1' | undefined;
}

/** A sandbox that is being served. */
export interface RunningSandbox extends Sandbox {
  /** Ends both servers and every open connection. */
  stop(): Promise<void>;
}

/**
 * Serves a sandbox from Node on two loopback ports, so that EnKash and Signzy are two origins as in life.
 * @throws {TypeError} when the host is not a loopback one.
 * @throws {Error} Node's own, when a port is taken.
 */
export async function startSandbox(options: StartSandboxOptions = {}): Promise<RunningSandbox> {
  const { enkashPort = 0, signzyPort = 0, host = '127.0.0.1', ...rest } = options;
  if (!['localhost', '127.0.0.1', '::1'].includes(host)) {
    throw new TypeError(
      'host is localhost, 127.0.0.1 or ::1; received something else. The sandbox serves this machine alone.',
    );
  }
  const { listen } = await import('./listen.js');
  const listeners: Listener[] = [];
  const stop = async (): Promise<void> => {
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
    return { ...sandbox, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
