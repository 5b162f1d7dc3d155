import { DAY, MINUTE } from './instants.js';
import type { Responder, LayoutSample, LayoutShiftPage } from './layout-shift-page.js';

/** EnKash's reply for a customer, with further members of the backend's `session`. */
const replies =
  (kycStatus: string, kycSubStatus: string | null, session: object = {}, kycLink?: string): Responder =>
  () =>
    Response.json({
      code: 0,
      message: 'Success',
      payload: { kycStatus: model(kycStatus), kycSubStatus: kycSubStatus && model(kycSubStatus), kycLink },
      session: { availability: open(), ...session },
    });

/** A status as EnKash serializes it, with a label made from its name. */
const model = (name: string): string => {
  const label = name
    .split('_')
    .map((word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    .join(' ');
  return `EnumModel(name=${name}, label=${label}, description=null)`;
};

const iso = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
const open = (closesAt: string | null = null) => ({ open: true, reason: null, opensAt: null, closesAt });
const closed = (reason: string, opensAt: string | null = iso(DAY)) => ({
  availability: { open: false, reason, opensAt, closesAt: null },
});
const fails =
  (status: number, body: unknown = {}): Responder =>
  () =>
    Response.json(body, { status });

const MINIMUM = 'MIN_KYC_VERIFIED';
/** Has 48 characters, the longest label that is shown for an unlisted status. */
const UNLISTED = 'VIDEO_VERIFICATION_SENT_BACK_TO_THE_BRANCH_AGAIN';

/**
 * What the first response of an endpoint can lead to: the step's name, the state, and the response. Not a rejection, after
 * which the checklist opens by itself: there the element grows on purpose.
 */
const FIRST_RESPONSES: readonly (readonly [string, string, Responder])[] = [
  ['not started', 'ready', replies(MINIMUM, 'VKYC_NOT_STARTED')],
  ['no video KYC yet', 'ready', replies(MINIMUM, null)],
  ['in progress', 'ready', replies(MINIMUM, 'VKYC_IN_PROGRESS')],
  ['under review', 'ready', replies(MINIMUM, 'VKYC_UNDER_REVIEW')],
  ['expired', 'ready', replies(MINIMUM, 'VKYC_EXPIRED')],
  ['an unlisted status', 'ready', replies(MINIMUM, UNLISTED)],
  [
    'terms to accept',
    'ready',
    replies(MINIMUM, null, { action: { kind: 'accept-terms', url: 'https://shop.example/' } }),
  ],
  ['closing soon', 'ready', replies(MINIMUM, null, { availability: open(iso(10 * MINUTE)) })],
  ['before hours', 'closed', replies(MINIMUM, null, closed('before-hours'))],
  ['after hours', 'closed', replies(MINIMUM, 'VKYC_IN_PROGRESS', closed('after-hours'))],
  ['weekend', 'closed', replies(MINIMUM, 'VKYC_IN_PROGRESS', closed('weekend'))],
  ['holiday', 'closed', replies(MINIMUM, 'VKYC_IN_PROGRESS', closed('holiday'))],
  ['last entry', 'closed', replies(MINIMUM, 'VKYC_IN_PROGRESS', closed('last-entry'))],
  ['closed without an opening time', 'closed', replies(MINIMUM, null, closed('server', null))],
  ['closed with an unlisted status', 'closed', replies(MINIMUM, UNLISTED, closed('weekend'))],
  ['verified', 'done', replies('FULL_KYC_VERIFIED', 'VKYC_VERIFIED')],
  ['session_expired', 'error', fails(410)],
  ['conflict', 'error', fails(409)],
  ['not_eligible', 'error', fails(422)],
  ['rate_limited', 'error', fails(429)],
  ['server_error', 'error', fails(500)],
  ['invalid_response', 'error', fails(200)],
  ['enkash_error', 'error', fails(200, { code: 7 })],
];

/** Takes the element through its life: before its script, every state, every phase, and a call from end to end. */
export async function visitEveryState(layoutPage: LayoutShiftPage): Promise<LayoutSample[]> {
  const { page } = layoutPage;
  const element = page.locator('enkash-vkyc-button');
  const button = element.locator('[part~=button]');
  const label = element.locator('[part=label]');
  const samples = [await layoutPage.measure('before the script')];
  let endpoints = 0;

  const reach = async (state: string, step: string): Promise<void> => {
    await page.locator(`enkash-vkyc-button[state="${state}"]`).waitFor();
    samples.push(await layoutPage.measure(`${state}: ${step}`));
  };
  const setEndpoint = async (step: string): Promise<void> => {
    endpoints += 1;
    await page.evaluate(
      `document.querySelector('enkash-vkyc-button').sessionEndpoint = '/session/${endpoints}'`,
    );
    await reach('loading', step);
  };
  const respondWithLink = (kycSubStatus: string) =>
    layoutPage.respond(replies(MINIMUM, kycSubStatus, {}, new URL('/call', page.url()).href));
  /** Acts, and waits until the button's label has changed: the state is the same before and after. */
  const relabel = async (act: () => Promise<unknown>): Promise<void> => {
    const before = await label.innerText();
    await act();
    await label.filter({ hasNotText: before }).waitFor();
  };

  layoutPage.loadScript();
  await reach('idle', 'without an endpoint');
  for (const [step, state, respond] of FIRST_RESPONSES) {
    await setEndpoint(`then ${step}`);
    await layoutPage.respond(respond);
    await reach(state, step);
  }

  await setEndpoint('then a call');
  await layoutPage.respond(replies(MINIMUM, 'VKYC_NOT_STARTED'));
  await reach('ready', 'before the call');
  const [call] = await Promise.all([page.context().waitForEvent('page'), button.click()]);
  await reach('opening', 'without a link yet');
  await respondWithLink('VKYC_NOT_STARTED');
  await reach('open', 'in a window');
  // A window that is gone within two seconds counts as severed, after which the next press only warns.
  await page.waitForFunction(
    `performance.now() > ${await page.evaluate<number>('performance.now()')} + 2000`,
  );
  await call.close();
  await reach('checking', 'the window has closed');
  await layoutPage.respond(replies(MINIMUM, 'VKYC_IN_PROGRESS'));
  await reach('ready', 'after the call');
  await page.evaluate('window.open = () => null');
  await relabel(async () => {
    await button.click();
    await respondWithLink('VKYC_IN_PROGRESS');
  });
  await reach('ready', 'the popup was blocked');
  await relabel(() => button.click());
  await reach('ready', 'the popup was blocked again');
  await page.evaluate(`document.querySelector('enkash-vkyc-button').disabled = true`);
  await element.locator('[part~=button]:disabled').waitFor();
  await reach('ready', 'disabled by the page');
  return samples;
}
