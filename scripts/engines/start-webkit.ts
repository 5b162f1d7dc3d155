import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { requirePath } from '../requirements.js';
import { startDisplay } from './start-display.js';

/** WebKitGTK's own small browser, driven through W3C WebDriver. */
export interface RunningWebKit {
  readonly driver: WebDriver;
  stop(): Promise<void>;
}

const STARTS_WITHIN_MS = 15_000;

/** Starts WebKitGTK on a display of its own, with a profile that is kept nowhere. Commands return before a page has loaded. */
export async function startWebKit(): Promise<RunningWebKit> {
  const display = await startDisplay();
  const port = await freePort();
  const server = spawn(requirePath('webkit'), [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display.name, GDK_BACKEND: 'x11', TZ: 'Asia/Kolkata', LANG: 'C.UTF-8' },
  });
  const stopServers = async () => {
    await end(server);
    await display.stop();
  };
  try {
    const driver = await openSession(`http://127.0.0.1:${port}`);
    return {
      driver,
      async stop() {
        await driver.quit().catch(() => undefined);
        await stopServers();
      },
    };
  } catch (error) {
    await stopServers();
    throw error;
  }
}

async function openSession(url: string): Promise<WebDriver> {
  await untilReady(url);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    pageLoadStrategy: 'none',
    unhandledPromptBehavior: 'accept',
    'webkitgtk:browserOptions': {
      args: ['--automation', '--javascript-can-open-windows-automatically=true'],
    },
  });
  return new Builder().usingServer(url).withCapabilities(capabilities).build();
}

async function untilReady(url: string): Promise<void> {
  const deadline = performance.now() + STARTS_WITHIN_MS;
  for (;;) {
    const ready = await fetch(`${url}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (performance.now() > deadline) throw new Error('WebKitWebDriver did not start.');
    await delay(50);
  }
}

/** A port that nobody listens on; the driver cannot choose one itself. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill();
  await exited;
}
