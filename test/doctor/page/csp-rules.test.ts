import { createHash } from 'node:crypto';
import { INTEGRITY, SCRIPT, tag, type PageParts } from '../../support/doctor/page.js';
import { testRule } from '../../support/doctor/rule-table.js';

const csp = (policy: string, parts: PageParts = {}): PageParts => ({
  ...parts,
  headers: { 'content-security-policy': policy },
});
const meta = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
const nonced = '<script type="module" nonce="n0nce" src="/enkash-vkyc-button.js"></script>';
const foreign = '<script type="module" src="https://cdn.example/v/enkash-vkyc-button.js"></script>';
const CODE = "import '/v/enkash-vkyc-button.js'";
const inline = `<script type="module">${CODE}</script>`;
const hashOfCode = `'sha256-${createHash('sha256').update(CODE).digest('base64')}'`;

testRule('csp-script', [
  ['pass', 'no policy', {}],
  ['pass', "'self'", csp("default-src 'none'; script-src 'self'; connect-src 'self'")],
  ['pass', 'default-src', csp("default-src 'self'")],
  ['pass', 'upper case', csp("Script-Src 'SELF'")],
  ['pass', 'no directive for scripts', csp("img-src 'self'; connect-src 'self'")],
  ['pass', 'script-src-elem comes before script-src', csp("script-src 'none'; script-src-elem 'self'")],
  ['pass', 'a host', csp('script-src https://cdn.example', { script: foreign })],
  ['pass', 'a host without a scheme', csp('script-src cdn.example', { script: foreign })],
  ['pass', 'all subdomains', csp('script-src *.example', { script: foreign })],
  ['pass', 'a scheme', csp('script-src https:', { script: foreign })],
  ['pass', 'a folder', csp('script-src https://cdn.example/v/', { script: foreign })],
  ['pass', 'a nonce', csp("script-src 'nonce-n0nce'", { script: nonced })],
  [
    'pass',
    'a nonce with strict-dynamic',
    csp("script-src 'nonce-n0nce' 'strict-dynamic' https:", { script: nonced }),
  ],
  ['pass', 'the hash of the integrity', csp(`script-src '${INTEGRITY}'`)],
  [
    'pass',
    'an inline import by nonce',
    csp("script-src 'nonce-n0nce'", { script: `<script type="module" nonce="n0nce">${CODE}</script>` }),
  ],
  ['pass', 'an inline import by hash', csp(`script-src 'self' ${hashOfCode}`, { script: inline })],
  [
    'pass',
    'an inline import with unsafe-inline',
    csp("script-src 'self' 'unsafe-inline'", { script: inline }),
  ],
  ['pass', 'report only', { headers: { 'content-security-policy-report-only': "script-src 'none'" } }],
  ['pass', 'a policy in the markup after the script', { style: meta("script-src 'none'") }],
  ['pass', 'a policy in the body', { body: meta("script-src 'none'") + SCRIPT }],
  [
    'pass',
    'a report-only policy in the markup',
    { head: '<meta http-equiv="Content-Security-Policy-Report-Only" content="script-src \'none\'">' },
  ],
  [
    'skipped',
    'a policy and no script tag',
    csp("script-src 'self'", { script: '<script src="/main.js"></script>' }),
  ],
  ['fail', "'none'", csp("script-src 'none'")],
  ['fail', 'default-src alone', csp("default-src 'none'; connect-src 'self'")],
  ['fail', 'an empty directive', csp('script-src')],
  ['fail', "another origin and 'self'", csp("script-src 'self'", { script: foreign })],
  ['fail', 'another host', csp("script-src 'self' https://static.example", { script: foreign })],
  ['fail', 'another port', csp('script-src https://cdn.example:8443', { script: foreign })],
  ['fail', 'another folder', csp('script-src https://cdn.example/w/', { script: foreign })],
  ['fail', 'subdomains of the host itself', csp('script-src https://*.cdn.example', { script: foreign })],
  ['fail', 'the script has no nonce', csp("script-src 'nonce-n0nce'")],
  ['fail', 'the script has another nonce', csp("script-src 'nonce-PLANTED'", { script: nonced })],
  ['fail', 'strict-dynamic ignores hosts', csp("script-src 'self' 'strict-dynamic' 'nonce-PLANTED'")],
  ['fail', 'an inline import without permission', csp("script-src 'self'", { script: inline })],
  [
    'fail',
    'unsafe-inline with a hash of another script',
    csp("script-src 'self' 'unsafe-inline' 'sha256-AAAA'", { script: inline }),
  ],
  ['fail', 'the second of two policies in one header', csp("script-src 'self', script-src 'none'")],
  [
    'fail',
    'the markup allows less than the header',
    csp("script-src 'self'", { head: meta("script-src 'none'") }),
  ],
  ['fail', 'a policy in the markup', { head: meta("default-src 'none'; script-src https://cdn.example") }],
  ['fail', 'a repeated directive counts once', csp("script-src 'none'; script-src 'self'")],
  ['fail', 'a sandbox without scripts', csp('sandbox allow-popups')],
  ['pass', 'a sandbox with scripts', csp('sandbox allow-scripts allow-same-origin')],
  ['pass', 'a sandbox in the markup, which browsers ignore', { head: meta('sandbox') }],
]);

const at = (endpoint: string) => ({
  body: `<enkash-vkyc-button session-endpoint="${endpoint}"></enkash-vkyc-button>`,
});
const SPA: PageParts = { body: '<div id="root"></div>' };

testRule('csp-connect', [
  ['pass', 'no policy', {}],
  ['pass', "'self'", csp("default-src 'none'; script-src 'self'; connect-src 'self'")],
  ['pass', 'default-src', csp("default-src 'self'")],
  ['pass', 'no directive for requests', csp("script-src 'self'")],
  [
    'pass',
    'the origin of the endpoint',
    csp('connect-src https://api.example', at('https://api.example/PLANTED-0')),
  ],
  [
    'pass',
    'the origin with its port',
    csp('connect-src https://api.example:8443', at('https://api.example:8443/s')),
  ],
  ['pass', 'any port', csp('connect-src api.example:*', at('https://api.example:8443/s'))],
  ['pass', 'the folder of the endpoint', csp('connect-src https://shop.example/vkyc/session/')],
  ['pass', "an endpoint that code sets, on the page's own origin", csp("connect-src 'self'", SPA)],
  ['pass', 'a base is ignored', csp("connect-src 'self'", { head: '<base href="https://cdn.example/">' })],
  ['pass', 'report only', { headers: { 'content-security-policy-report-only': "connect-src 'none'" } }],
  ['pass', 'everything', csp('connect-src *', at('https://api.example/s'))],
  ['skipped', 'an endpoint that code sets, and hosts', csp('connect-src https://api.example', SPA)],
  [
    'fail',
    'an endpoint that code sets, and nothing allowed',
    csp("default-src 'none'; script-src 'self'", SPA),
  ],
  ['fail', "'none'", csp("connect-src 'none'")],
  ['fail', 'default-src alone', csp("default-src 'none'; script-src 'self'")],
  ['fail', "another origin and 'self'", csp("connect-src 'self'", at('https://api.example/PLANTED-0'))],
  ['fail', 'a subdomain', csp('connect-src https://example', at('https://api.example/s'))],
  ['fail', 'another port', csp('connect-src https://api.example', at('https://api.example:8443/s'))],
  [
    'fail',
    'an endpoint with a user name',
    csp("connect-src 'self'", at('https://PLANTED:PLANTED@api.example/s')),
  ],
  [
    'fail',
    'an endpoint with its token in the query',
    csp("connect-src 'self'", at('https://api.example/s?t=PLANTED')),
  ],
  [
    'fail',
    'one of two tags',
    csp("connect-src 'self'", { body: `${tag()}${at('https://api.example/s').body}` }),
  ],
  [
    'fail',
    'the markup allows less than the header',
    csp("connect-src 'self'", { head: meta("connect-src 'none'") }),
  ],
]);

const framed = (attributes = ''): PageParts => ({ body: tag(`mode="iframe" ${attributes}`) });
const DOCUMENTED =
  "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src https://*.signzy.tech https://*.signzy.app";

testRule('csp-frame', [
  ['pass', 'no policy', framed()],
  ['pass', 'a popup', csp("frame-src 'none'")],
  ['pass', 'the policy of the documentation', csp(DOCUMENTED, framed())],
  ['pass', 'the one host of the links', csp('frame-src https://onboarding.signzy.tech', framed())],
  ['pass', 'any https page', csp('frame-src https:', framed())],
  ['pass', 'child-src', csp("default-src 'none'; child-src *.signzy.tech *.signzy.app", framed())],
  ['pass', 'frame-src comes before child-src', csp("frame-src *.signzy.tech; child-src 'none'", framed())],
  ['pass', 'no directive for frames', csp("script-src 'self'", framed())],
  [
    'pass',
    'hosts of the partner',
    csp('frame-src https://vkyc.bank.example', framed('allowed-link-hosts="vkyc.bank.example"')),
  ],
  ['pass', 'the sandbox', csp('frame-src http://127.0.0.1:*', framed('allowed-link-hosts="127.0.0.1"'))],
  ['fail', "'self'", csp("frame-src 'self'", framed())],
  ['fail', 'default-src alone', csp("default-src 'self'", framed())],
  ['fail', "child-src 'none'", csp("default-src *; child-src 'none'", framed())],
  ['fail', 'another host', csp('frame-src https://signzy.com', framed())],
  [
    'fail',
    'a host that only looks like it',
    csp('frame-src https://notsignzy.tech https://signzy.tech.example', framed()),
  ],
  ['fail', 'upper case', csp("frame-src 'none'", { body: tag('MODE=IFRAME') })],
  [
    'fail',
    'the default hosts, and other ones on the tag',
    csp(DOCUMENTED, framed('allowed-link-hosts="vkyc.bank.example"')),
  ],
  [
    'fail',
    'the markup allows less than the header',
    csp(DOCUMENTED, { ...framed(), head: meta("frame-src 'none'") }),
  ],
]);

const bundle = { script: '<script type="module">import "enkash-vkyc-button/define.js"</script>' };
const REQUIRED = "require-trusted-types-for 'script'";

testRule('trusted-types', [
  ['pass', 'no policy', {}],
  ['pass', 'not required', csp("trusted-types 'none'")],
  ['pass', 'the name of the file for script tags', csp(`${REQUIRED}; trusted-types enkash-vkyc`)],
  ['pass', "Lit's name", csp(`${REQUIRED}; trusted-types lit-html dompurify`)],
  ['pass', 'every name', csp(`${REQUIRED}; trusted-types *`)],
  ['pass', 'no names', csp(REQUIRED)],
  ['pass', "Lit's name for a bundle", csp(`${REQUIRED}; trusted-types lit-html`, bundle)],
  ['pass', 'required in the markup', { head: meta(`${REQUIRED}; trusted-types enkash-vkyc`) }],
  [
    'pass',
    'report only',
    { headers: { 'content-security-policy-report-only': `${REQUIRED}; trusted-types 'none'` } },
  ],
  [
    'skipped',
    'the name of the other file, and unknown scripts',
    csp(`${REQUIRED}; trusted-types enkash-vkyc`, { script: '<script src="/main.js"></script>' }),
  ],
  ['fail', 'another name', csp(`${REQUIRED}; trusted-types dompurify`)],
  ['fail', "'none'", csp(`${REQUIRED}; trusted-types 'none'`)],
  ['fail', 'an empty list', csp(`${REQUIRED}; trusted-types`)],
  ['fail', 'the name of the other file for a bundle', csp(`${REQUIRED}; trusted-types enkash-vkyc`, bundle)],
  [
    'fail',
    'two policies with different names',
    csp(`${REQUIRED}; trusted-types enkash-vkyc, trusted-types lit-html`),
  ],
  [
    'fail',
    'required by one policy and named by another',
    csp(REQUIRED, { head: meta('trusted-types dompurify') }),
  ],
]);
