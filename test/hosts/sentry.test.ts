import { expect, waitUntil } from '@open-wc/testing';
import * as Sentry from '@sentry/browser';
import { mount, network, part, settled } from '../support/element-page.js';
import { fakeWindows } from '../support/fake-windows.js';
import { docSnippet } from '../support/doc-snippet.js';
import { endpoint, SEED_LINK } from '../support/scenarios.js';

const token = 'demo-token';
/** Sentry pauses a recording when its events seem to be days old. */
const realNow = Date.now;

describe('a page with Sentry', () => {
  const net = network();
  fakeWindows();
  beforeEach(() => {
    Date.now = realNow;
    net.answers(...endpoint());
  });

  /** Everything that Sentry sends of a visit with a call and an error. */
  async function sentOf(init: (sentry: object) => void): Promise<string> {
    const sent: string[] = [];
    const decoder = new TextDecoder();
    const transport = () => ({
      send: (envelope: unknown) => {
        sent.push(
          JSON.stringify(envelope, (_, value: unknown) =>
            value instanceof Uint8Array ? decoder.decode(value) : value,
          ),
        );
        return Promise.resolve({ statusCode: 200 });
      },
      flush: () => Promise.resolve(true),
    });
    init({
      ...Sentry,
      replayIntegration: (options: object) =>
        Sentry.replayIntegration({
          ...options,
          useCompression: false,
          minReplayDuration: 0,
          flushMinDelay: 100,
        }),
      init: (options: object) => Sentry.init({ ...options, transport }),
    });
    const { element } = await mount({
      'session-endpoint': `/vkyc/session/${token}?sentry`,
      'working-hours': '00:00-24:00',
      'working-days': 'mon-sun',
    });
    await settled(element, 'ready');
    part(element, 'button').click();
    await settled(element, 'open');
    Sentry.captureException(new Error('An error of the page.'));
    await Sentry.getReplay()?.flush();
    await waitUntil(
      () => sent.some((envelope) => envelope.includes('replay_recording')),
      'the recording is sent',
      {
        timeout: 4_000,
      },
    );
    await Sentry.close(2000);
    return sent.join('\n');
  }

  const SENTRY_DSN = 'https://key@sentry.example/1';

  it('gives it neither the endpoint nor the link with the filter of the documentation', async () => {
    const run = await docSnippet('privacy.md', 'Sentry.init');
    const sent = await sentOf((sentry) => run({ Sentry: sentry, SENTRY_DSN }));
    expect(sent).to.include('An error of the page.').and.include('replay_recording');
    expect(sent).to.include('/vkyc/session/hidden');
    expect(sent).not.to.include(token);
    expect(sent).not.to.include(new URL(SEED_LINK).hostname);
  });
});
