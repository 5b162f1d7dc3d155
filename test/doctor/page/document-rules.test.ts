import { SCRIPT, SIZE_RULE, tag, type PageParts } from '../../support/doctor/page.js';
import { testRule } from '../../support/doctor/rule-table.js';

const at = (url: string, parts: PageParts = {}): PageParts => ({ ...parts, url });

testRule('https', [
  ['pass', 'a secure page', {}],
  ['pass', 'localhost', at('http://localhost:3000/')],
  ['pass', 'a name below localhost', at('http://shop.localhost:3000/')],
  ['pass', '127.0.0.1', at('http://127.0.0.1:3000/')],
  ['pass', '127.1.2.3', at('http://127.1.2.3/')],
  ['pass', 'the IPv6 loopback', at('http://[::1]:3000/')],
  [
    'pass',
    'a policy that upgrades requests',
    {
      headers: { 'content-security-policy': 'upgrade-insecure-requests' },
      script: '<script type="module" src="http://cdn.example/enkash-vkyc-button.js"></script>',
    },
  ],
  ['critical', 'an http: page', at('http://shop.example/')],
  ['critical', 'an address in the network', at('http://192.168.1.20:3000/')],
  ['critical', 'a name that begins like this computer', at('http://localhost.example/')],
  [
    'fail',
    'an http: script',
    { script: '<script type="module" src="http://cdn.example/enkash-vkyc-button.js"></script>' },
  ],
  [
    'fail',
    'an http: endpoint',
    { body: '<enkash-vkyc-button session-endpoint="http://shop.example/PLANTED"></enkash-vkyc-button>' },
  ],
]);

const style = (css: string) => ({ style: `<style>${css}</style>` });
const inShadow = (content: string) =>
  `<my-card><template shadowrootmode="open">${content}</template></my-card>`;

testRule('tag-before-upgrade', [
  ['pass', 'the rule of the documentation', {}],
  ['pass', 'no tag', { style: '', body: '<div></div>' }],
  ['pass', 'a height', style('enkash-vkyc-button:not( :defined ){min-height:220px}')],
  ['pass', 'every undefined element', style(':not(:defined) { display: none }')],
  [
    'pass',
    'the rule in a media query',
    style('@media (width > 1px) { enkash-vkyc-button:not(:defined) { height: 14rem } }'),
  ],
  [
    'pass',
    'a nested rule',
    style('enkash-vkyc-button { color: red; &:not(:defined) { block-size: 14rem; } }'),
  ],
  ['pass', 'the rule in the body', { style: '', body: tag() + SIZE_RULE }],
  ['pass', "the tag's own style", { style: '', body: tag('style="display: block; min-height: 14rem"') }],
  ['pass', 'a tag that is hidden', { style: '', body: tag('hidden') }],
  ['pass', 'a shadow root with its rule', { style: '', body: inShadow(SIZE_RULE + tag()) }],
  ['skipped', 'a style sheet', { style: '<link rel="stylesheet" href="/a.css">' }],
  ['fail', 'no style', { style: '' }],
  ['fail', 'the script before the tag: a module runs later', { style: '', body: SCRIPT + tag() }],
  ['fail', 'the script behind the tag', { style: '', script: '', body: tag() + SCRIPT }],
  ['fail', 'a rule without a size', style('enkash-vkyc-button:not(:defined) { visibility: hidden }')],
  ['fail', 'a size of nothing', style('enkash-vkyc-button:not(:defined) { min-height: 0 }')],
  ['fail', 'a rule in a comment', style('/* enkash-vkyc-button:not(:defined) { height: 14rem } */')],
  ['fail', 'a rule for the defined tag', style('enkash-vkyc-button:defined { height: 14rem }')],
  ['fail', 'the rule outside of the shadow root', { body: inShadow(tag()) }],
  ['fail', 'the rule in a noscript', { style: `<noscript>${SIZE_RULE}</noscript>` }],
]);

const locale = (language: string) => `<script type="module" src="/vkyc/locales/${language}.js"></script>`;

testRule('lang', [
  ['pass', 'English', {}],
  ['pass', 'English of India', { html: 'lang="en-IN"' }],
  ['pass', 'upper case', { html: 'LANG=EN-in' }],
  ['pass', 'Hindi with its texts', { html: 'lang="hi"', script: SCRIPT + locale('hi') }],
  [
    'pass',
    "Hindi, and code of the page's own",
    { html: 'lang="hi"', script: '<script src="/main.js"></script>' },
  ],
  ['pass', 'the nearest lang', { html: 'lang="fr"', body: `<div lang="en">${tag()}</div>` }],
  ['pass', "the tag's own", { html: '', body: tag('lang="en"') }],
  [
    'pass',
    'a tag in a shadow root',
    { html: '', body: `<main lang="en">${inShadow(`<div>${tag()}</div>`)}</main>${SIZE_RULE}` },
  ],
  ['pass', 'a page whose tag is added by code', { body: '<div></div>' }],
  ['fail', 'no lang', { html: '' }],
  ['fail', 'an empty lang', { html: 'lang=""' }],
  ['fail', 'no lang, and a tag that is added by code', { html: '', body: '<div></div>' }],
  ['fail', 'a language without texts', { html: 'lang="fr"' }],
  ['fail', 'a language whose code begins alike', { html: 'lang="hil"' }],
  ['fail', 'the name of a language', { html: 'lang="english"' }],
  ['fail', 'Tamil with the texts of Hindi', { html: 'lang="ta"', script: SCRIPT + locale('hi') }],
  ['fail', 'Hindi without its texts', { html: 'lang="hi"' }],
  ['fail', 'one of two tags', { body: tag() + tag('lang="fr"') }],
]);

const caching = (headers: Readonly<Record<string, string>>, parts: PageParts = {}): PageParts => ({
  ...parts,
  headers: { 'cache-control': '', ...headers },
});
const control = (value: string, parts: PageParts = {}) => caching({ 'cache-control': value }, parts);
const fixed: PageParts = { body: '<enkash-vkyc-button session-endpoint="/api/vkyc"></enkash-vkyc-button>' };

testRule('endpoint-in-markup-cached', [
  ['pass', 'no-store', {}],
  ['pass', 'no header at all', caching({})],
  ['pass', 'private, no-cache', control('private, no-cache')],
  ['pass', 'private, max-age=0', control('Private, Max-Age=0, must-revalidate')],
  ['pass', 'no-store and public', control('public, no-store')],
  [
    'pass',
    'a page without an endpoint',
    control('public, max-age=3600', { body: '<enkash-vkyc-button></enkash-vkyc-button>' }),
  ],
  ['pass', 'one endpoint for all customers', control('public, max-age=3600', fixed)],
  ['pass', 'expired at once', caching({ expires: '0', 'last-modified': 'Mon, 23 Nov 2026 05:00:00 GMT' })],
  ['critical', 'public', control('public')],
  ['critical', 'public and checked each time', control('public, max-age=0, must-revalidate')],
  ['critical', 'shared caches', control('s-maxage=60, max-age=0')],
  ['critical', 'max-age', control('max-age=600')],
  ['critical', 'quotes', control('max-age="600"')],
  [
    'critical',
    'a date in the future',
    caching({ expires: 'Mon, 23 Nov 2026 06:00:00 GMT', date: 'Mon, 23 Nov 2026 05:00:00 GMT' }),
  ],
  ['critical', 'a guess from Last-Modified', caching({ 'last-modified': 'Mon, 23 Nov 2026 05:00:00 GMT' })],
  ['critical', 'an answer with an age', caching({ age: '12', 'cache-control': 'private' })],
  ['critical', 'a hit of a CDN', caching({ 'cf-cache-status': 'HIT' })],
  [
    'critical',
    'a token in the query',
    control('public', { body: '<enkash-vkyc-button session-endpoint="/s?t=PLANTED"></enkash-vkyc-button>' }),
  ],
  ['fail', "the browser's own cache", control('private, max-age=600')],
]);
