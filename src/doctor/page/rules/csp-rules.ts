import { checkLink, parseLinkHosts } from '../../../link/check-link.js';
import { isLoopbackHost } from '../../../protocol/loopback.js';
import { fail, pass, skipped, type Judgement } from '../../finding.js';
import { blockingDirective } from '../csp/allows-script.js';
import { hostOfSource, matchesSource } from '../csp/match-source.js';
import { effectiveDirective, type Policy } from '../csp/parse-policies.js';
import type { Page, Tag } from '../read-page.js';

const HEADER = 'Content-Security-Policy:';

const NO_POLICY = pass('The page enforces no Content Security Policy.');

/** Every policy must allow the script of the button. */
export async function cspScript({ policies, scripts, url }: Page): Promise<Judgement> {
  if (policies.length === 0) return NO_POLICY;
  const loads = scripts.flatMap((script) => script.ours.map((loaded) => ({ script, loaded, self: url })));
  for (const wanted of loads)
    for (const policy of policies) {
      const blocking = await blockingDirective(policy, wanted);
      if (blocking === null) continue;
      if (blocking === 'sandbox')
        return fail(
          'The sandbox of the policy allows no scripts.',
          `${HEADER} sandbox allow-scripts allow-same-origin …`,
        );
      const source = wanted.loaded.url === null ? "'self'" : sourceFor(wanted.loaded.url, url);
      return fail(
        `${blocking} blocks the script of the button.`,
        wanted.script.src === null
          ? `${HEADER} script-src 'nonce-…' with the nonce of the inline script`
          : `${HEADER} script-src ${source}${needsNonce(policy) ? ', or the nonce of the policy on the script tag' : ''}`,
      );
    }
  return loads.length > 0
    ? pass('Every policy allows the script of the button.')
    : skipped('The page has no script tag of the button to judge the policy by.');
}

/** Every policy must allow requests to the session endpoint. */
export function cspConnect({ policies, tags, url }: Page): Judgement {
  if (policies.length === 0) return NO_POLICY;
  const endpoints = tags.map(({ endpoint }) => endpoint).filter((endpoint) => endpoint !== null);
  // An endpoint that is set as a property is most likely on the page's own origin.
  const isAssumed = endpoints.length === 0;
  for (const endpoint of isAssumed ? [new URL(url.origin)] : endpoints)
    for (const policy of policies) {
      const directive = effectiveDirective(policy, 'connect-src', 'default-src');
      // Only the origin: an endpoint that is assumed has no path.
      const sources = directive?.sources.filter((source) => !isAssumed || !/\w\//.test(source)) ?? [];
      if (directive === null || sources.some((source) => matchesSource(source, endpoint, url))) continue;
      const fix = `${HEADER} connect-src ${sourceFor(endpoint, url)}`;
      const isOpen = directive.sources.some((source) => !/^'none'$/i.test(source));
      return isAssumed && isOpen
        ? skipped(
            `The markup has no endpoint, and ${directive.name} does not allow the page's own origin.`,
            fix,
          )
        : fail(`${directive.name} blocks the requests to the session endpoint.`, fix);
    }
  return pass('Every policy allows requests to the session endpoint.');
}

/** With `mode="iframe"` every policy must allow frames of the hosts that a link may have. */
export function cspFrame({ policies, tags, url }: Page): Judgement {
  if (policies.length === 0) return NO_POLICY;
  for (const tag of tags.filter(({ mode }) => mode === 'iframe')) {
    const hosts = linkHostsOf(tag);
    for (const policy of policies) {
      const directive = effectiveDirective(policy, 'frame-src', 'child-src', 'default-src');
      if (directive === null || directive.sources.some((source) => allowsFrameOf(source, hosts, url)))
        continue;
      return fail(
        `${directive.name} blocks the frame of the call.`,
        `${HEADER} frame-src ${hosts.map((host) => (isLoopbackHost(host) ? `http://${host}:*` : `https://${host}`)).join(' ')}`,
      );
    }
  }
  return pass('No policy blocks a frame that the button opens.');
}

/** With Trusted Types, every policy must allow the name that Lit's own policy has. */
export function trustedTypes({ policies, scripts }: Page): Judgement {
  const isRequired = policies.some(({ directives }) =>
    directives.get('require-trusted-types-for')?.some((sink) => sink.toLowerCase() === "'script'"),
  );
  if (!isRequired) return pass('The page does not require Trusted Types.');
  const isAllowed = (name: string) =>
    policies.every(({ directives }) => {
      const names = directives.get('trusted-types');
      return names === undefined || names.includes('*') || names.includes(name);
    });
  if (isAllowed('lit-html')) return pass('The Trusted Types policy of the button is allowed.');
  const kinds = scripts.flatMap(({ ours }) => ours.map(({ kind }) => kind));
  if (isAllowed('enkash-vkyc') && !kinds.includes('npm-module'))
    return kinds.length > 0
      ? pass('The Trusted Types policy of the button is allowed.')
      : skipped(
          'Allows the policy of the file for script tags, which the page does not load.',
          `In your own bundle the policy has Lit's name: ${HEADER} trusted-types lit-html`,
        );
  const name = kinds.includes('npm-module') ? 'lit-html' : 'enkash-vkyc';
  return fail(
    'Trusted Types are required, and the policy of the button is not allowed: it cannot render.',
    `${HEADER} trusted-types ${name}`,
  );
}

const linkHostsOf = ({ attributes }: Tag) => parseLinkHosts(attributes.get('allowed-link-hosts')).hosts;

/** Whether a frame source allows some of the hosts. A page may well name the one host of its own links. */
function allowsFrameOf(source: string, hosts: readonly string[], self: URL): boolean {
  const named = hostOfSource(source)?.replace(/^\*\./, '');
  const isListed = named !== undefined && checkLink(`https://${named}/`, hosts) !== null;
  const samples = hosts.map((host) =>
    isLoopbackHost(host) ? `http://${host}/` : `https://${host.replace(/^\*/, 'sample')}/`,
  );
  return (
    isListed ||
    (named !== undefined && isLoopbackHost(named) && hosts.includes(named)) ||
    samples.some((sample) => matchesSource(source, new URL(sample), self))
  );
}

const needsNonce = ({ directives }: Policy) =>
  [...directives.values()].flat().some((source) => /^'(?:nonce-|strict-dynamic)/i.test(source));

/** Only the origin, since the path of an endpoint may be its token. */
const sourceFor = (target: URL, page: URL) => (target.origin === page.origin ? "'self'" : target.origin);
