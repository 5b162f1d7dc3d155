import { EnkashVkycButton, parseEnumModel, phaseOf, availabilityAt, VkycError } from 'enkash-vkyc-button';
import 'enkash-vkyc-button/define.js';
import hi from 'enkash-vkyc-button/locales/hi.js';
import { createVkycBackend, passwordToken } from 'enkash-vkyc-button/server';
import { createSandbox, mswHandlers, startSandbox } from 'enkash-vkyc-button/sandbox';
import type { ErrorCode, Phase, State, VkycStatusChangeEvent } from 'enkash-vkyc-button';

EnkashVkycButton.registerMessages('hi', hi);
// @ts-expect-error a language needs every message
EnkashVkycButton.registerMessages('hi', { actions: {} });

const button = document.createElement('enkash-vkyc-button');
button.sessionEndpoint = '/vkyc/session/1';
button.start() satisfies void;
button.refresh() satisfies Promise<void>;
button.state satisfies State;
button.status.kycStatus?.name satisfies string | undefined;
button.availability.opensAt satisfies string | null;
// @ts-expect-error the state is read-only
button.state = 'open';
// @ts-expect-error the phase is read-only
button.phase = 'verified';
// @ts-expect-error there is no such mode
button.mode = 'window';
// @ts-expect-error a boolean, not a string
button.disabled = 'true';
// @ts-expect-error renewSession must return a promise
button.renewSession = () => '/vkyc/session/2';
// @ts-expect-error the link is private
button.link satisfies unknown;
// @ts-expect-error internal methods are private
button.journeyChanged();

button.addEventListener('vkyc-status-change', (event) => {
  event satisfies VkycStatusChangeEvent;
  event.detail.phase satisfies Phase;
  // @ts-expect-error there is no such phase
  if (event.detail.phase === 'approved') return;
  // @ts-expect-error a detail is frozen
  event.detail.phase = 'verified';
});
button.addEventListener('vkyc-error', ({ detail }) => {
  detail.code satisfies ErrorCode;
  // @ts-expect-error there is no such code
  if (detail.code === 'boom') return;
});
document.addEventListener('vkyc-start', (event) => {
  // @ts-expect-error only an event of this element has this property
  event.takeLink();
});

parseEnumModel('EnumModel(name=A, label=b, description=null)')?.label satisfies string | null | undefined;
phaseOf({ kycStatus: null, kycSubStatus: null }) satisfies Phase;
// @ts-expect-error both fields are required
phaseOf({ kycStatus: null });
availabilityAt satisfies (...args: never[]) => object;
new VkycError('no_endpoint').retryable satisfies boolean;
// @ts-expect-error there is no such code
new VkycError('boom');

const backend = createVkycBackend({
  enkash: {
    baseUrl: 'https://enkash.example',
    partnerId: 'P1',
    token: passwordToken({
      tokenUrl: 'https://enkash.example/token',
      clientId: 'c',
      authorization: 'Basic x',
      username: 'u',
      password: 'p',
    }),
  },
  secret: 'x'.repeat(32),
});
backend.handle(new Request('https://partner.example/')) satisfies Promise<Response>;
// @ts-expect-error a session needs a card id
void backend.createSession({});
// @ts-expect-error the enkash option is required
createVkycBackend({ secret: 'x'.repeat(32) });
startSandbox satisfies (...args: never[]) => unknown;
mswHandlers(createSandbox({ enkashOrigin: 'http://127.0.0.1:1' }), {
  all: (path: string) => path,
}) satisfies string[];

// @ts-expect-error internal modules cannot be imported
import('enkash-vkyc-button/dist/chunks/define.js');
// @ts-expect-error there is no such language
import('enkash-vkyc-button/locales/xx.js');
