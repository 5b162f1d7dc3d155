import { checkBackend, type Report } from '../check/check-backend.js';
import { formatReport } from '../check/format-report.js';
import { isHealthy } from '../doctor/finding.js';
import { parseCommand, type Command } from './parse-command.js';

const HELP = `enkash-vkyc-button check <endpoint-url> [options]

Sends the button's own requests to a running session endpoint, and requests that it must refuse, and reports what
passes, fails or is critical. The URL is the session-endpoint of your page, as an absolute URL, for a test customer.

  --mint                       also send POST, which mints a real link; without it only GET and OPTIONS are sent
  --cookie "sid=…"             send a cookie, if your endpoint needs an authenticated customer
  --header "Name: value"       send another header; may be repeated
  --allowed-link-hosts "…"     hosts that a link may have; "*.signzy.tech *.signzy.app" by default
  --json                       print the results as JSON, for scripts
  --help                       print this help

The output contains no link, token or card id, and no value of your URL and headers.
Exit codes: 0 nothing fails, 1 something fails or is critical, 2 invalid arguments.

enkash-vkyc-button doctor <page-url> [options]

Fetches a page with the button as a browser would, and reads its headers and markup. Each finding that fails names the
header or line to write. Runs no script of the page and sends nothing to the session endpoint.
The options --cookie, --header, --json, the promise about the output and the exit codes are those of check.

enkash-vkyc-button sandbox [--port 4900]

Starts stand-ins for EnKash and Signzy on this computer, with a page that shows the button, until Ctrl-C. Prints what a
backend in any language needs to use them. Listens on the given port and the two after it.`;

/** Where the command prints to, and what ends it. */
export interface Terminal {
  readonly out: (text: string) => unknown;
  readonly err: (text: string) => unknown;
  /** Resolves when the user stops the command, by Ctrl-C for example. */
  readonly stopped: () => Promise<void>;
}

/** Runs the command with the arguments after its name, and returns the exit code. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const { out, err } = terminal;
  const command = parseCommand(args);
  switch (command.kind) {
    case 'help':
      out(HELP);
      return 0;
    case 'invalid':
      err(`${command.message}\n\n${HELP}`);
      return 2;
    case 'check': {
      const report = await checkBackend(command.endpoint, command);
      out(command.json ? JSON.stringify(report, null, 2) : toText(report));
      return isPassed(report) ? 0 : 1;
    }
    case 'doctor':
      return runDoctor(command, terminal);
    case 'sandbox':
      return runSandbox(command.port, terminal);
  }
}

async function runDoctor(
  { page, headers, json }: Extract<Command, { readonly kind: 'doctor' }>,
  { out }: Terminal,
): Promise<0 | 1> {
  // Loaded here, as no other command needs a parser for HTML.
  const [{ examinePage }, { formatPageReport }] = await Promise.all([
    import('../doctor/page/examine-page.js'),
    import('../doctor/page/format-page-report.js'),
  ]);
  const report = await examinePage(page, { headers });
  out(json ? JSON.stringify(report, null, 2) : formatPageReport(report));
  return report.failure === null && isHealthy(report.findings) ? 0 : 1;
}

async function runSandbox(port: number, { out, err, stopped }: Terminal): Promise<0 | 1> {
  // Loaded here, as `check` runs without the packages that the backend needs.
  const { startSandboxPage } = await import('./start-sandbox-page.js');
  try {
    const page = await startSandboxPage(port);
    out(page.instructions);
    await stopped();
    await page.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    err(`One of the ports ${port} to ${port + 2} is taken. Choose others with --port.`);
    return 1;
  }
}

function toText(report: Report): string {
  return report.failure === null
    ? formatReport(report)
    : `The endpoint does not answer (${report.failure}). Is the backend running, and is this the URL that your page received?`;
}

function isPassed({ findings, failure }: Report): boolean {
  return failure === null && findings.every(({ verdict }) => verdict === 'pass' || verdict === 'skipped');
}
