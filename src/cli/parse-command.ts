import { parseArgs } from 'node:util';
import { parseLinkHosts, type LinkHosts } from '../link/check-link.js';

/** The command that the arguments stand for. */
export type Command =
  | { readonly kind: 'help' }
  /** Invalid arguments. The message says what was expected and quotes nothing, since a value may be a secret. */
  | { readonly kind: 'invalid'; readonly message: string }
  | {
      readonly kind: 'check';
      readonly endpoint: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly linkHosts: LinkHosts;
      readonly mint: boolean;
      readonly json: boolean;
    }
  | {
      readonly kind: 'doctor';
      readonly page: URL;
      readonly headers: Readonly<Record<string, string>>;
      readonly json: boolean;
    }
  /** The first of three consecutive ports. */
  | { readonly kind: 'sandbox'; readonly port: number };

const DEFAULT_PORT = '4900';

/** Parses the arguments after the name of the program. Never throws. */
export function parseCommand(args: readonly string[]): Command {
  const result = parse(args);
  if (result === null)
    return invalid('Expected only the options below; received another one, or one without its value.');
  const { positionals, values } = result;
  if (values.help) return { kind: 'help' };

  const [name, url, ...more] = positionals;
  if (name === 'sandbox') return parseSandbox(url, values.port);
  if (name !== 'check' && name !== 'doctor')
    return invalid('Expected the command "check", "doctor" or "sandbox"; received another one, or none.');
  if (more.length > 0)
    return invalid(
      'Expected one URL; received more. Put a value with spaces in double quotes: --cookie "a=1; b=2".',
    );
  const headers = readHeaders(values.cookie === undefined ? [] : [`Cookie: ${values.cookie}`], values.header);
  if (headers === null)
    return invalid('Expected --header "Name: value" in double quotes and ASCII; received something else.');
  const address = readUrl(url);
  return name === 'doctor'
    ? parseDoctor(address, headers, values.json)
    : parseCheck(address, headers, values);
}

function parseCheck(
  address: URL | null,
  headers: Readonly<Record<string, string>>,
  values: { readonly 'allowed-link-hosts'?: string; readonly mint: boolean; readonly json: boolean },
): Command {
  if (address === null)
    return invalid(
      'Expected the whole URL of a session endpoint, such as https://shop.example/vkyc/session/…; ' +
        'received something else, or a URL with a user name.',
    );
  const { hosts: linkHosts, faults } = parseLinkHosts(values['allowed-link-hosts']);
  if (faults.length > 0)
    return invalid(
      'Expected --allowed-link-hosts "vkyc.example.com *.example.com"; received something that is not a host. ' +
        'Omit scheme, port and path, and do not list a suffix as wide as "*.com".',
    );
  const { mint, json } = values;
  return { kind: 'check', endpoint: address.href, headers, linkHosts, mint, json };
}

function parseDoctor(page: URL | null, headers: Readonly<Record<string, string>>, json: boolean): Command {
  return page === null
    ? invalid(
        'Expected the whole URL of a page, such as https://shop.example/upgrade; ' +
          'received something else, or a URL with a user name.',
      )
    : { kind: 'doctor', page, headers, json };
}

function parseSandbox(unexpected: string | undefined, text: string): Command {
  if (unexpected !== undefined) return invalid('Expected only options after "sandbox"; received more.');
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  return port >= 1 && port <= 65_533
    ? { kind: 'sandbox', port }
    : invalid('Expected --port with a number from 1 to 65533, such as --port 4900; received something else.');
}

const invalid = (message: string): Command => ({ kind: 'invalid', message });

/** Null for invalid options. Node's own messages would quote them. */
function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        mint: { type: 'boolean', default: false },
        header: { type: 'string', multiple: true, default: [] },
        cookie: { type: 'string' },
        'allowed-link-hosts': { type: 'string' },
        json: { type: 'boolean', default: false },
        port: { type: 'string', default: DEFAULT_PORT },
      },
    });
  } catch {
    return null;
  }
}

function readUrl(text: string | undefined): URL | null {
  if (text === undefined || !URL.canParse(text)) return null;
  const url = new URL(text);
  url.hash = '';
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : null;
}

function readHeaders(...given: readonly (readonly string[])[]): Readonly<Record<string, string>> | null {
  const headers = given.flat().map((text) => {
    const colon = text.indexOf(':');
    return [text.slice(0, Math.max(colon, 0)).trim(), text.slice(colon + 1).trim()] as const;
  });
  const areUsable = headers.every(([name, value]) => /^[\w-]+$/.test(name) && /^[\x20-\x7e]+$/.test(value));
  return areUsable ? Object.fromEntries(headers) : null;
}
