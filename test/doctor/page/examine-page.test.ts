import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { examinePage, PAGE_FINDING_IDS, type PageReport } from '../../../src/doctor/page/examine-page.js';
import { LANGUAGES } from '../../../src/doctor/languages.js';
import { readText, root, section, snippets } from '../../support/markdown.js';
import {
  examineParts,
  INTEGRITY,
  SCRIPT,
  SIZE_RULE,
  tag,
  type PageParts,
} from '../../support/doctor/page.js';

const CONTRACT_IDS = [
  'script-type',
  'script-missing',
  'script-twice',
  'integrity',
  'modulepreload-integrity',
  'csp-script',
  'csp-connect',
  'csp-frame',
  'trusted-types',
  'permissions-policy',
  'opener-policy',
  'embedder-policy',
  'https',
  'tag-before-upgrade',
  'endpoint-in-markup-cached',
  'lang',
];

const verdicts = ({ findings }: PageReport) =>
  Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict]));
const allOf = (verdict: string) => Object.fromEntries(CONTRACT_IDS.map((id) => [id, verdict]));

const readme = readText('README.md');
/** The headers of each snippet of docs/csp.md. */
const headers = snippets(readText('docs/csp.md'), 'http').map((text) =>
  Object.fromEntries(
    [...text.matchAll(/^([\w-]+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  ),
);

describe('examinePage', () => {
  it('has the ids of the documentation, and reports each of them', async () => {
    assert.deepEqual(PAGE_FINDING_IDS, CONTRACT_IDS);
    assert.deepEqual(Object.keys(verdicts(await examineParts({}))), CONTRACT_IDS);
  });

  it('skips all of them when there is no page, and says why', async () => {
    const fetch = () => Promise.resolve(new Response('PLANTED', { status: 404 }));
    const report = await examinePage(new URL('https://shop.example/'), { fetch });
    assert.deepEqual(verdicts(report), allOf('skipped'));
    assert.match(report.failure ?? '', /404/);
  });

  it('knows the languages of the package', () => {
    const files = readdirSync(join(root, 'src/locales')).map((file) => file.replace('.ts', ''));
    assert.deepEqual([...LANGUAGES].sort(), files.filter((name) => name !== 'messages').sort());
  });

  const documented: readonly (readonly [string, PageParts])[] = [
    [
      'the script tag and the style of the README',
      {
        script: (snippets(readme, 'html')[0] ?? '').replace('sha384-…', INTEGRITY),
        style: '',
        body: snippets(readme, 'html')[1] ?? '',
      },
    ],
    ['the headers for a popup', { headers: headers[0] ?? {} }],
    [
      'the headers for a frame',
      {
        headers: Object.fromEntries(
          Object.entries(headers[1] ?? {}).map(([name, value]) => [
            name,
            value.replaceAll(
              'https://investor-onboarding.example',
              'https://investor-onboarding.signzy.tech',
            ),
          ]),
        ),
        body: tag('mode="iframe" frame-origins="https://video.example"'),
      },
    ],
    ['the header for Trusted Types', { headers: headers[2] ?? {} }],
    [
      'the opener policy for popups',
      { headers: { 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' } },
    ],
    [
      'a script of another origin',
      {
        script: SCRIPT.replace('src="', 'crossorigin="anonymous" src="https://static.shop.example'),
        headers: { 'Content-Security-Policy': "script-src https://static.shop.example; connect-src 'self'" },
      },
    ],
    ['a tag for a WebView', { body: tag('mode="host"') + tag('mode="redirect"') }],
    [
      'another language',
      {
        html: 'lang="hi"',
        script: `${SCRIPT}<script type="module" src="/assets/vkyc/1.2.3/locales/hi.js"></script>`,
      },
    ],
    [
      'the page of the quick start',
      {
        script: '',
        style: '',
        body:
          /<html lang="en">([\s\S]*?)`;/
            .exec(section(readme, 'Quick start'))?.[1]
            ?.replace('${endpoint}', '/vkyc/session/x') ?? '',
      },
    ],
  ];
  for (const [title, parts] of documented)
    it(`is silent on a page with ${title}`, async () => {
      const report = await examineParts(parts);
      assert.deepEqual(verdicts(report), allOf('pass'), JSON.stringify(report.findings));
    });

  it('fails nothing on the pages of the examples', async () => {
    const fetch = () => Promise.resolve(new Response(readText('examples/html/index.html')));
    const { findings } = await examinePage(new URL('http://localhost:3000/'), { fetch });
    assert.deepEqual(
      findings.filter(({ verdict }) => !['pass', 'skipped'].includes(verdict)),
      [],
    );
  });

  it('reads a page that is nested a hundred thousand levels deep, and one with a hundred thousand tags', async () => {
    const deep = await examineParts({ body: '<div>'.repeat(100_000) + tag() });
    assert.deepEqual(verdicts(deep), allOf('pass'));
    const many = await examineParts({ body: '<i lang="en">a</i>'.repeat(100_000) + tag() });
    assert.deepEqual(verdicts(many), allOf('pass'));
  });

  for (const [title, html] of [
    ['nothing', ''],
    ['a tag that is not closed', '<enkash-vkyc-button session-endpoint="/PLANTED'],
    ['NUL characters', '\0<enkash-vkyc-button\0 session-endpoint="\0">'],
    ['an endpoint that is not a URL', `${SIZE_RULE}<enkash-vkyc-button session-endpoint="https://[PLANTED">`],
    ['an import map that is not JSON', '<script type="importmap">{PLANTED</script>'],
    [
      'a base that is not a URL',
      '<base href="https://[PLANTED"><script type=module src=enkash-vkyc-button.js></script>',
    ],
  ] as const)
    it(`does not stop at ${title}`, async () => {
      const fetch = () =>
        Promise.resolve(
          new Response(html, { headers: { 'content-security-policy': "PLANTED ;; , script-src 'self'" } }),
        );
      const report = await examinePage(new URL('https://shop.example/?PLANTED'), { fetch });
      assert.equal(report.findings.length, CONTRACT_IDS.length);
      assert.ok(!JSON.stringify(report).includes('PLANTED'));
    });
});
