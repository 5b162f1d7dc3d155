import { join } from 'node:path';
import { createServer, preview, type InlineConfig } from 'vite';
import { docsPlugin } from './docs/docs-plugin.js';

/** The running server of the partner's page. */
export interface PageServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** How to serve the page. */
export interface PageOptions {
  /** `vite`: the demo's own page, built from source on request; or a folder of static files. */
  readonly page: 'vite' | { readonly files: string };
  /** The next free port is used when it is in use; 0 is any free port. */
  readonly port: number;
  /** Paths to forward, each with the origin of its server. */
  readonly proxy: Readonly<Record<string, string>>;
  /** Whether to open the page in the browser. */
  readonly open: boolean;
  /** The folder of Vite's cache, below the project; two servers that start at once need one each. */
  readonly cacheDir?: string | undefined;
}

/** Serves the page on `localhost`, so that Signzy's `127.0.0.1` is another site, as in production. */
export async function servePage({ page, port, proxy, open, cacheDir }: PageOptions): Promise<PageServer> {
  const server = { host: 'localhost', port, proxy: { ...proxy }, open };
  const config: InlineConfig = {
    configFile: false,
    appType: 'mpa',
    publicDir: false,
    logLevel: 'error',
    ...(cacheDir !== undefined && { cacheDir }),
  };
  if (page !== 'vite') {
    const files = await preview({ ...config, root: page.files, build: { outDir: '.' }, preview: server });
    return { origin: originOf(files.httpServer.address()), stop: () => files.close() };
  }
  const vite = await createServer({
    ...config,
    root: join(import.meta.dirname, '..'),
    plugins: [docsPlugin()],
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
  throw new Error('The page server has no port.');
}
