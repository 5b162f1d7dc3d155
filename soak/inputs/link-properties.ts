import fc from 'fast-check';
import { checkLink, parseLinkHosts } from '../../src/link/check-link.js';
import { parseUrl } from '../../src/protocol/parse-url.js';
import { endpointText } from '../../src/session/endpoint-text.js';
import { webAddress } from '../../src/session/partner-urls.js';
import { anything, expectThat, longTextOf, propertyOf, textOf, type Property } from './property.js';

const URL_PIECES = [
  'https://',
  'http://',
  'HTTPS://',
  'javascript:',
  'data:text/html,',
  'a.signzy.tech',
  'signzy.app',
  'evil.example',
  'signzy.tech.evil.example',
  'xn--signzy-abc.tech',
  'localhost',
  '127.0.0.1',
  '0x7f.1',
  '[::1]',
  '@',
  ':',
  ':443',
  ':8080',
  '/',
  '\\',
  '//',
  '?ns=encash',
  '#',
  '.',
  '%2e',
  '%00',
  '\u3002',
  '\t',
  '\n',
  '\u00ad',
];
const HOST_LISTS = [
  ['*.signzy.tech', '*.signzy.app'],
  ['a.signzy.tech'],
  ['localhost'],
  ['127.0.0.1', '*.signzy.app'],
] as const;
const HOST_PIECES = [
  '*.',
  '*',
  '.',
  'signzy.tech',
  'com',
  'co.in',
  'localhost',
  '127.0.0.1',
  ' ',
  ',',
  ':80',
  '/',
  '1',
];

/** Whether the platform's own parser sees a listed host, and nothing that misleads. */
function isListed(url: URL, hosts: readonly string[]): boolean {
  if (url.username !== '' || url.password !== '') return false;
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (isLoopback) return hosts.includes(url.hostname);
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return hosts.some((host) =>
    host.startsWith('*.')
      ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))
      : url.hostname === host,
  );
}

const link = fc.oneof(
  textOf(URL_PIECES),
  textOf(URL_PIECES).map((rest) => `https://${rest}`),
  fc.webUrl(),
);

/** Links and hosts, compared with the platform's URL parser. */
export const LINK_PROPERTIES: readonly Property[] = [
  propertyOf(
    'link: accepted only when the platform sees a listed host',
    fc.tuple(link, fc.constantFrom(...HOST_LISTS)),
    ([text, hosts]) => {
      const url = checkLink(text, hosts);
      if (!url) return;
      expectThat(url.href === new URL(text).href, 'it is the same URL');
      expectThat(isListed(url, hosts), 'its host is listed');
    },
    4,
  ),
  propertyOf(
    'link: a plain one on a listed host is accepted',
    fc.tuple(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/), fc.stringMatching(/^[\w/.-]{0,40}$/)),
    ([label, path]) => {
      const text = `https://${label}.signzy.tech/${path}`;
      const isName = URL.canParse(text) && new URL(text).hostname === `${label}.signzy.tech`;
      expectThat((checkLink(text, HOST_LISTS[0]) !== null) === isName, 'it is accepted');
    },
  ),
  propertyOf('link: any value', anything(), (value) => {
    const url = checkLink(value, HOST_LISTS[0]);
    expectThat(url === null || isListed(url, HOST_LISTS[0]), 'its host is listed');
  }),
  propertyOf('link: long text', longTextOf(URL_PIECES), (text) => void checkLink(text, HOST_LISTS[0]), 0.01),
  propertyOf('link hosts: none is wider than a domain', textOf(HOST_PIECES), (text) => {
    const { hosts } = parseLinkHosts(text);
    expectThat(hosts.length > 0, 'there is always one');
    for (const host of hosts) {
      const domain = host.replace(/^\*\./, '');
      const isName = domain.includes('.') && !['co.in', 'com'].includes(domain);
      expectThat(['localhost', '127.0.0.1', '[::1]'].includes(host) || isName, 'it is a domain');
    }
  }),
  propertyOf(
    'URL: what is parsed is parsed again to the same',
    fc.tuple(link, fc.option(fc.webUrl())),
    ([text, base]) => {
      const parsed = parseUrl(text, base ?? undefined);
      expectThat(parsed === null || parseUrl(parsed.href)?.href === parsed.href, 'it is the same URL');
      expectThat(
        parsed !== null || !/^https:\/\/[a-z]+\.[a-z]+\/[a-z]*$/.test(text),
        'a plain URL is parsed',
      );
    },
  ),
  propertyOf('web address: only http and https', link, (text) => {
    const url = webAddress(text, 'https://wallet.example/page');
    expectThat(url === null || /^https?:$/.test(url.protocol), 'it is a web address');
  }),
  propertyOf('endpoint: any value', anything(), (value) => {
    const text = endpointText(value);
    expectThat(text === null || typeof text === 'string', 'it is text or null');
  }),
];
