import { join } from 'node:path';
import { createServer, preview, type InlineConfig } from 'vite';

/** The partner's page, being served. */
export interface PageServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** How the page is served. */
export interface PageOptions {
  /** `vite`: the demo's own page from its sources; or a folder, as it is. */
  readonly page: 'vite' | { readonly files: string };
  /** Taken if free, else the next free one; 0 is any free one. */
  readonly port: number;
  /** Paths that other servers answer, each with the origin of its server. */
  readonly proxy: Readonly<Record<string, string>>;
  /** Whether to open the page in the browser. */
  readonly open: boolean;
}

/** Serves the page on `localhost`, so that Signzy's `127.0.0.1` is another site, as in life. */
export async function servePage({ page, port, proxy, open }: PageOptions): Promise<PageServer> {
  const server = { host: 'localhost', port, proxy: { ...proxy }, open };
  const config: InlineConfig = { configFile: false, appType: 'mpa', publicDir: false, logLevel: 'error' };
  if (page !== 'vite') {
    const files = await preview({ ...config, root: page.files, build: { outDir: '.' }, preview: server });
    return { origin: originOf(files.httpServer.address()), stop: () => files.close() };
  }
  const vite = await createServer({
    ...config,
    root: join(import.meta.dirname, '..'),
    resolve: { conditions: ['module', 'browser'] }, // not "development", in which Lit warns on the console
    optimizeDeps: { entries: ['index.html', 'demo/gallery/*.html'] },
    server,
  });
  try {
    await vite.listen();
    return { origin: originOf(vite.httpServer?.address()), stop: () => vite.close() };
  } catch (error) {
    await vite.close();
    throw error;
  }
}

function originOf(address: string | { readonly port: number } | null | undefined): string {
  if (typeof address === 'object' && address !== null) return `http://localhost:${address.port}`;
  throw new Error('The page is not being served on a port.');
}
