import { checkBackend, type Report } from './check-backend.js';
import { formatReport } from './format-report.js';
import { readCommand } from './read-command.js';

const HELP = `enkash-vkyc-button check <endpoint-url> [options]

Calls a running session endpoint as the button does, sends requests that it must refuse, and reports what passes, fails and
is critical. The URL is what your page gives to session-endpoint, with its https:// in front. Use a test customer's.

  --mint                       also try POST, which makes a real link; without it only GET and OPTIONS are sent
  --cookie "sid=…"             send a cookie, if your endpoint needs the customer's sign-in
  --header "Name: value"       send another header; may be repeated
  --allowed-link-hosts "…"     hosts a link may have; "*.signzy.tech *.signzy.app" if left out
  --json                       print the findings as JSON, for scripts
  --help                       print this

Nothing it prints holds a link, a token, a card id, or what you gave in the URL and the headers.
Exit codes: 0 nothing fails, 1 something fails or is critical, 2 invalid arguments.`;

/** Where the command prints. */
export interface Output {
  readonly out: (text: string) => unknown;
  readonly err: (text: string) => unknown;
}

/** The command, from the arguments after its name to the exit code. */
export async function runCli(args: readonly string[], { out, err }: Output): Promise<0 | 1 | 2> {
  const command = readCommand(args);
  switch (command.kind) {
    case 'help':
      out(HELP);
      return 0;
    case 'mistake':
      err(`${command.sentence}\n\n${HELP}`);
      return 2;
    case 'check': {
      const report = await checkBackend(command.endpoint, command);
      out(command.json ? JSON.stringify(report, null, 2) : toText(report));
      return isFine(report) ? 0 : 1;
    }
  }
}

function toText(report: Report): string {
  return report.failure === null
    ? formatReport(report)
    : `The endpoint does not answer (${report.failure}). Is the backend running, and is the URL the one your page got?`;
}

function isFine({ findings, failure }: Report): boolean {
  return failure === null && findings.every(({ verdict }) => verdict === 'pass' || verdict === 'skipped');
}
