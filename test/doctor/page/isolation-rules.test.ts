import { tag, type PageParts } from '../../support/doctor/page.js';
import { testRule } from '../../support/doctor/rule-table.js';

const framed: PageParts = { body: tag('mode="iframe"') };
const withHeader = (name: string, value: string, parts: PageParts = {}): PageParts => ({
  ...parts,
  headers: { [name]: value },
});
const policy = (value: string, parts = framed) => withHeader('permissions-policy', value, parts);
const LINK = '"https://onboarding.signzy.tech"';
const all = (list: string) =>
  ['camera', 'microphone', 'geolocation'].map((feature) => `${feature}=${list}`).join(', ');

testRule('permissions-policy', [
  ['pass', 'no header', framed],
  ['pass', 'a popup', policy(all('()'), {})],
  ['pass', 'the header of the documentation', policy(all(`(self ${LINK})`))],
  ['pass', 'everybody', policy(all('*'))],
  ['pass', 'other features only', policy('fullscreen=(self), display-capture=()')],
  ['pass', 'a header with a syntax error, which browsers ignore', policy('camera=(), microphone=(;')],
  ['pass', 'a subdomain by wildcard', policy(all('(self "https://*.signzy.tech")'))],
  [
    'pass',
    'hosts of the partner',
    policy(all('("https://vkyc.bank.example")'), {
      body: tag('mode=iframe allowed-link-hosts=vkyc.bank.example'),
    }),
  ],
  [
    'pass',
    'the older header',
    withHeader('feature-policy', "camera 'self' https://a.signzy.tech; microphone *", framed),
  ],
  ['fail', 'nobody', policy(all('()'))],
  ['fail', 'only the page', policy(all('(self)'))],
  ['fail', 'only the page, without brackets', policy(all('self'))],
  ['fail', 'no microphone', policy(`camera=*, microphone=(), geolocation=*`)],
  ['fail', 'no location', policy(`camera=*, microphone=*, geolocation=(self)`)],
  ['fail', 'another origin', policy(all('(self "https://signzy.com")'))],
  ['fail', 'an origin without quotes, which browsers ignore', policy(all('(self https://a.signzy.tech)'))],
  ['fail', 'the older header', withHeader('feature-policy', "camera 'none'; microphone 'self'", framed)],
  ['fail', 'one of two tags', policy(all('(self)'), { body: tag() + tag('mode="iframe"') })],
]);

const opener = (value: string, parts: PageParts = {}) =>
  withHeader('cross-origin-opener-policy', value, parts);

testRule('opener-policy', [
  ['pass', 'no header', {}],
  ['pass', 'popups are observed', opener('same-origin-allow-popups')],
  ['pass', 'no isolation', opener('unsafe-none')],
  ['pass', 'the call in a frame', opener('same-origin', framed)],
  ['pass', 'the call in the same tab', opener('same-origin', { body: tag('mode="redirect"') })],
  ['pass', 'the native shell opens the call', opener('same-origin', { body: tag('mode="host"') })],
  ['pass', 'a value that does not exist', opener('Same-Origin')],
  ['pass', 'report only', withHeader('cross-origin-opener-policy-report-only', 'same-origin')],
  ['skipped', 'a page without the button', opener('same-origin', { script: '', body: '<p>Hello</p>' })],
  ['fail', 'isolation', opener('same-origin')],
  ['fail', 'isolation with a report', opener('same-origin; report-to="x"')],
  ['fail', 'every popup severed', opener('noopener-allow-popups')],
  ['fail', 'a popup by its mode', opener('same-origin', { body: tag('mode="popup"') })],
  ['fail', 'the tag is added by code', opener('same-origin', { body: '<div></div>' })],
  ['fail', 'one of two tags', opener('same-origin', { body: tag() + tag('mode="iframe"') })],
]);

const embedder = (value: string, parts: PageParts = {}) =>
  withHeader('cross-origin-embedder-policy', value, parts);
const foreign = (attributes = '') => ({
  script: `<script type="module" src="https://cdn.example/enkash-vkyc-button.js" ${attributes}></script>`,
});

testRule('embedder-policy', [
  ['pass', 'no header', framed],
  ['pass', 'a popup', embedder('require-corp')],
  ['pass', 'no policy', embedder('unsafe-none', framed)],
  [
    'pass',
    'a script of another origin with crossorigin',
    embedder('require-corp', foreign('crossorigin="anonymous"')),
  ],
  ['pass', 'crossorigin without a value', embedder('require-corp', foreign('crossorigin'))],
  ['pass', 'a script of another origin without credentials', embedder('credentialless', foreign())],
  ['pass', 'report only', withHeader('cross-origin-embedder-policy-report-only', 'require-corp', framed)],
  ['fail', 'a frame', embedder('require-corp', framed)],
  ['fail', 'a frame without credentials', embedder('credentialless', framed)],
  ['fail', 'a frame, with a report', embedder('require-corp; report-to="x"', framed)],
  ['fail', 'a script of another origin without crossorigin', embedder('require-corp', foreign())],
]);
