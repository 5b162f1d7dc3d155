import { parseArgs } from 'node:util';
import { parseLinkHosts, type LinkHosts } from '../link/check-link.js';

/** What the arguments ask for. */
export type Command =
  | { readonly kind: 'help' }
  /** They cannot be understood; the sentence says what was expected, and repeats nothing: it may be secret. */
  | { readonly kind: 'mistake'; readonly sentence: string }
  | {
      readonly kind: 'check';
      readonly endpoint: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly linkHosts: LinkHosts;
      readonly mint: boolean;
      readonly json: boolean;
    };

/** Reads the arguments that follow the command's own name. Never throws. */
export function readCommand(args: readonly string[]): Command {
  const parsed = parse(args);
  if (parsed === null)
    return mistake('Expected only the options below; received another one, or one without its value.');
  const { positionals, values } = parsed;
  if (values.help) return { kind: 'help' };

  const [name, url, ...more] = positionals;
  if (name !== 'check') return mistake('Expected the command "check"; received another one, or none.');
  if (more.length > 0)
    return mistake(
      'Expected one URL; received more. Double quotes hold a value together: --cookie "a=1; b=2".',
    );
  const endpoint = readEndpoint(url);
  if (endpoint === null)
    return mistake(
      'Expected the whole URL of a session endpoint, such as https://shop.example/vkyc/session/…; ' +
        'received something else, or one with a user name in it.',
    );
  const headers = readHeaders(values.cookie === undefined ? [] : [`Cookie: ${values.cookie}`], values.header);
  if (headers === null)
    return mistake('Expected --header "Name: value" in double quotes and ASCII; received something else.');
  const { hosts: linkHosts, faults } = parseLinkHosts(values['allowed-link-hosts']);
  if (faults.length > 0)
    return mistake(
      'Expected --allowed-link-hosts "vkyc.example.com *.example.com"; received what is no host. ' +
        'Leave out scheme, port and path, and list no suffix as wide as "*.com".',
    );
  return { kind: 'check', endpoint, headers, linkHosts, mint: values.mint, json: values.json };
}

const mistake = (sentence: string): Command => ({ kind: 'mistake', sentence });

/** Node's own messages repeat what came. */
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
      },
    });
  } catch {
    return null;
  }
}

function readEndpoint(text: string | undefined): string | null {
  if (text === undefined || !URL.canParse(text)) return null;
  const url = new URL(text);
  url.hash = '';
  const isUsable = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return isUsable ? url.href : null;
}

function readHeaders(...given: readonly (readonly string[])[]): Readonly<Record<string, string>> | null {
  const headers = given.flat().map((text) => {
    const colon = text.indexOf(':');
    return [text.slice(0, Math.max(colon, 0)).trim(), text.slice(colon + 1).trim()] as const;
  });
  const areUsable = headers.every(([name, value]) => /^[\w-]+$/.test(name) && /^[\x20-\x7e]+$/.test(value));
  return areUsable ? Object.fromEntries(headers) : null;
}
