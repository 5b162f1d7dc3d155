import { freePort } from '../check/backend-process.js';

/** Replaces the ports in the text of a page: its files, and its commands, which also name the ports that are defaults. */
export type UseFreePorts = (text: string) => string;

/** The sandbox listens on three ports in a row. */
const LAST_SANDBOX_PORT = 65_533;

/** Chooses free ports for the backend, the page and the sandbox, in place of those that the quick starts name. */
export async function chooseFreePorts(): Promise<{ readonly usePorts: UseFreePorts; readonly page: number }> {
  const [backend, page, free] = [await freePort(), await freePort(), await freePort()];
  const sandbox = Math.min(free, LAST_SANDBOX_PORT);
  const usePorts = (text: string) =>
    text
      .replaceAll(/\b3000\b/g, String(backend))
      .replaceAll(/\b8000\b/g, String(page))
      .replaceAll(/\b4901\b/g, String(sandbox + 1))
      .replace(/^npx enkash-vkyc-button sandbox$/m, `$& --port ${sandbox}`)
      .replace(/^npx ng serve .*$/m, `$& --port ${page}`);
  return { usePorts, page };
}
