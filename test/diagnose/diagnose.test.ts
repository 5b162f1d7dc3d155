import { expect } from '@open-wc/testing';
import { DIAGNOSIS_IDS, diagnose, diagnoseIn, type DiagnosisId } from '../../src/diagnose/diagnose.js';
import type { DiagnosisEnvironment } from '../../src/diagnose/diagnosis-environment.js';
import { EnkashVkycButton } from '../../src/define.js';
import hi from '../../src/locales/hi.js';
import { anyValues } from '../support/any-values.js';
import { mount, mountReady, network, settled } from '../support/element-page.js';
import { endpoint } from '../support/scenarios.js';

/** A browser in which nothing is wrong, except for the given members. */
function browserWith(
  overrides: Partial<Record<keyof DiagnosisEnvironment, unknown>> = {},
): DiagnosisEnvironment {
  const top = {};
  const defaults = {
    isSecureContext: true,
    crossOriginIsolated: false,
    origin: 'https://shop.example',
    location: { href: 'https://shop.example/upgrade', protocol: 'https:' },
    document: { scripts: [] },
    navigator: navigatorWith({ camera: 'prompt', microphone: 'granted', geolocation: 'prompt' }),
    self: top,
    top,
    frameElement: null,
    performance: { getEntriesByType: () => [] },
    open: window.open.bind(window),
    fetch: answerAt(Date.now()),
    setTimeout: () => 0,
  };
  return { ...defaults, ...overrides } as DiagnosisEnvironment;
}

const navigatorWith = (states: Readonly<Record<string, string>>, userAgent = navigator.userAgent) => ({
  onLine: true,
  userAgent,
  permissions: {
    query: ({ name }: { readonly name: string }) =>
      name in states ? Promise.resolve({ state: states[name] }) : Promise.reject(new TypeError(name)),
  },
});

/** The page's own server, with its clock at this time. */
const answerAt =
  (time: number, headers: Readonly<Record<string, string>> = {}) =>
  (_: string, { method }: RequestInit) => {
    expect(method).to.equal('HEAD');
    return Promise.resolve(
      new Response(null, { headers: { date: new Date(time).toUTCString(), ...headers } }),
    );
  };

async function findingOf(id: DiagnosisId, env: DiagnosisEnvironment, button: unknown) {
  const finding = (await diagnoseIn(env, button)).find((one) => one.id === id);
  if (!finding) throw new Error(`There is no finding ${id}.`);
  expect(finding.fix === '').to.equal(finding.verdict === 'pass' || finding.verdict === 'skipped');
  return finding;
}

const verdictOf = async (id: DiagnosisId, env: DiagnosisEnvironment, button: unknown) =>
  (await findingOf(id, env, button)).verdict;

describe('diagnose', () => {
  const net = network();
  beforeEach(() => net.answers(...endpoint()));

  it('is silent about a button that works, in a browser in which nothing is wrong', async () => {
    const { element } = await mountReady();
    for (const { id, verdict, found } of await diagnoseIn(browserWith(), element))
      expect(verdict, `${id}: ${found}`).to.equal('pass');
  });

  it('sends nothing to the endpoint, opens no window and asks for no permission', async () => {
    const { element } = await mountReady();
    const attempts: string[] = [];
    const open = window.open.bind(window);
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    window.open = () => (attempts.push('open'), null);
    navigator.mediaDevices.getUserMedia = () => (attempts.push('camera'), Promise.reject(new Error()));
    await diagnose(element);
    window.open = open;
    navigator.mediaDevices.getUserMedia = getUserMedia;
    expect(attempts).to.deep.equal([]);
    expect(net.requests).to.deep.equal(['GET']);
  });

  for (const name of Object.keys(anyValues()))
    it(`gives one finding for each id for ${name}`, async () => {
      const findings = await diagnose(anyValues()[name]);
      expect(findings.map(({ id }) => id)).to.deep.equal(DIAGNOSIS_IDS);
      expect(findings[0]?.verdict).to.equal('fail');
    });

  for (const value of [undefined, null, 0, '', Symbol('a'), 1n, true, () => undefined])
    it(`gives one finding for each id for ${typeof value} ${String(value)}`, async () => {
      const findings = await diagnose(value);
      expect(findings.map(({ id }) => id)).to.deep.equal(DIAGNOSIS_IDS);
    });

  it('skips everything where there is no browser', async () => {
    const findings = await diagnoseIn(null, null);
    expect(new Set(findings.map(({ verdict }) => verdict))).to.deep.equal(new Set(['skipped']));
  });

  it('skips what a page has removed or what throws', async () => {
    const broken = new Proxy(
      {},
      {
        get: () => {
          throw new Error('The page’s own object throws.');
        },
      },
    ) as DiagnosisEnvironment;
    const findings = await diagnoseIn(broken, null);
    expect(findings.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)).to.deep.equal([
      'element',
    ]);
  });

  it('has no secret of the endpoint in its findings', async () => {
    const { element } = await mount({
      'session-endpoint': 'https://user:PLANTED@api.example/PLANTED?t=PLANTED',
    });
    await settled(element, 'error');
    expect(JSON.stringify(await diagnose(element))).not.to.contain('PLANTED');
  });

  it('finds an element that is not defined, not on the page, or hidden', async () => {
    const env = browserWith();
    const document = new DOMParser().parseFromString(
      '<enkash-vkyc-button></enkash-vkyc-button>',
      'text/html',
    );
    expect(await verdictOf('element', env, document.body.firstChild)).to.equal('fail');
    const { element } = await mountReady();
    element.style.display = 'none';
    expect(await verdictOf('visible', env, element)).to.equal('fail');
    element.remove();
    expect(await verdictOf('element', env, element)).to.equal('fail');
    expect(await verdictOf('visible', env, element)).to.equal('skipped');
  });

  it('finds a missing endpoint, and the error that the customer sees', async () => {
    const env = browserWith();
    const { element: idle } = await mount({ 'session-endpoint': '' });
    expect(await verdictOf('endpoint', env, idle)).to.equal('fail');
    const { element: failing } = await mount({ 'session-endpoint': 'http://user:a@localhost/' });
    await settled(failing, 'error');
    expect((await findingOf('endpoint', env, failing)).found).to.contain('invalid_endpoint');
  });

  it('finds two copies of the script', async () => {
    const { element } = await mountReady();
    const loaded = (...names: string[]) =>
      browserWith({ performance: { getEntriesByType: () => names.map((name) => ({ name })) } });
    const one = 'https://shop.example/1.0.0/enkash-vkyc-button.js';
    expect(
      await verdictOf('versions', loaded(one, one, 'https://shop.example/locales/hi.js'), element),
    ).to.equal('pass');
    expect(
      await verdictOf('versions', loaded(one, 'https://cdn.example/enkash-vkyc-button.js'), element),
    ).to.equal('fail');
    const tags = browserWith({ document: { scripts: [{ src: one }, { src: `${one}?v=2` }] } });
    expect(await verdictOf('versions', tags, element)).to.equal('fail');
  });

  it('finds a language without texts, until they are registered', async () => {
    const { element } = await mountReady();
    const env = browserWith();
    for (const [lang, expected] of [
      ['en-IN', 'pass'],
      ['hi', 'fail'],
      ['fr', 'fail'],
      ['', 'fail'],
    ] as const) {
      element.lang = lang;
      await element.updateComplete;
      expect(await verdictOf('language', env, element), lang).to.equal(expected);
    }
    element.lang = 'hi_IN';
    EnkashVkycButton.registerMessages('hi', hi);
    await element.updateComplete;
    expect(await verdictOf('language', env, element)).to.equal('pass');
  });

  it('finds what keeps windows from opening', async () => {
    const { element } = await mountReady();
    const sandboxed = (flags: string) => {
      const frameElement = document.createElement('iframe');
      frameElement.setAttribute('sandbox', flags);
      return { frameElement };
    };
    for (const [overrides, expected] of [
      [sandboxed('allow-scripts allow-same-origin'), 'fail'],
      [sandboxed('allow-scripts allow-popups-to-escape-sandbox'), 'fail'],
      [sandboxed('allow-scripts allow-popups'), 'pass'],
      [{ crossOriginIsolated: true }, 'fail'],
      [{ origin: 'null', top: {} }, 'skipped'],
      [{ open: () => null }, 'skipped'],
    ] as const)
      expect(await verdictOf('popup', browserWith(overrides), element)).to.equal(expected);
    element.mode = 'redirect';
    expect(await verdictOf('popup', browserWith({ crossOriginIsolated: true }), element)).to.equal('pass');
  });

  it('finds a popup in an app', async () => {
    const { element } = await mountReady();
    const inApp = browserWith({
      navigator: navigatorWith({}, 'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Safari/537.36'),
    });
    expect(await verdictOf('web-view', inApp, element)).to.equal('pass');
    element.mode = 'popup';
    expect(await verdictOf('web-view', inApp, element)).to.equal('fail');
  });

  it('finds a denied permission where the call uses it, which is in a frame', async () => {
    const { element } = await mountReady();
    const denied = browserWith({ navigator: navigatorWith({ camera: 'denied', microphone: 'denied' }) });
    expect(await verdictOf('camera', denied, element)).to.equal('pass');
    element.mode = 'iframe';
    expect(await verdictOf('camera', denied, element)).to.equal('fail');
    expect(await verdictOf('microphone', denied, element)).to.equal('fail');
    expect(await verdictOf('geolocation', denied, element)).to.equal('skipped');
    const blocked = browserWith({
      document: { scripts: [], featurePolicy: { allowsFeature: (name: string) => name !== 'geolocation' } },
    });
    expect(await verdictOf('geolocation', blocked, element)).to.equal('fail');
  });

  it('finds a page that is not secure', async () => {
    expect(await verdictOf('secure-context', browserWith({ isSecureContext: false }), null)).to.equal('fail');
  });

  it('compares the clock of the device with that of the page’s server', async () => {
    const minutes = (count: number) => Date.now() + count * 60_000;
    for (const [fetch, expected] of [
      [answerAt(minutes(4)), 'pass'],
      [answerAt(minutes(-4)), 'pass'],
      [answerAt(minutes(9)), 'fail'],
      [answerAt(minutes(-60 * 24)), 'fail'],
      [answerAt(minutes(9), { age: '540' }), 'skipped'],
      [answerAt(0, { date: 'yesterday' }), 'skipped'],
      [() => Promise.reject(new TypeError()), 'skipped'],
    ] as const)
      expect(await verdictOf('clock', browserWith({ fetch }), null)).to.equal(expected);
    const file = browserWith({ location: { href: 'file:///a.html', protocol: 'file:' } });
    expect(await verdictOf('clock', file, null)).to.equal('skipped');
  });
});
