/** @jsxImportSource preact */
import type {} from 'enkash-vkyc-button/types/preact';
import { createRef } from 'preact';
import type { EnkashVkycButton } from 'enkash-vkyc-button';

const element = createRef<EnkashVkycButton>();

export const right = (
  <enkash-vkyc-button
    ref={element}
    key="one"
    className="wide"
    lang="hi"
    session-endpoint="/vkyc/session/1"
    mode="popup"
    frame-origins="https://video.example"
    working-hours="10:00-18:00"
    working-days="mon-fri"
    holidays="2026-11-24"
    last-entry={15}
    allowed-link-hosts="*.signzy.tech"
    credentials="include"
    theme="dark"
    disabled={false}
    handoff
    statusPhases={{ FULL_KYC_DONE: 'verified' }}
    renewSession={() => Promise.resolve('/vkyc/session/2')}
    messages={{ actions: { start: 'Verify' } }}
    onvkyc-start={(event) => event.takeLink?.().then((link: string) => link)}
    onvkyc-open={({ detail }) => detail.mode satisfies string}
    onvkyc-downgrade={({ detail }) => detail.reason satisfies string}
    onvkyc-close={({ detail }) => detail.reason satisfies string}
    onvkyc-status-change={({ detail }) => detail.phase satisfies string}
    onvkyc-availability-change={({ detail }) => detail.open satisfies boolean}
    onvkyc-remind={({ detail }) => detail.opensAt satisfies string}
    onvkyc-reload={({ cancelable }) => cancelable satisfies boolean}
    onvkyc-session-expired={(event) => event.renewWith('/vkyc/session/2')}
    onvkyc-error={({ detail }) => detail.code satisfies string}
  >
    <span slot="help">Help</span>
  </enkash-vkyc-button>
);

export const properties = (
  <enkash-vkyc-button
    sessionEndpoint="/vkyc/session/1"
    workingHours="10:00-18:00"
    holidays={['2026-11-24']}
  />
);

// @ts-expect-error there is no such mode
export const wrongMode = <enkash-vkyc-button mode="window" />;
// @ts-expect-error there is no such theme
export const wrongTheme = <enkash-vkyc-button theme="blue" />;
// @ts-expect-error an endpoint is a string
export const wrongEndpoint = <enkash-vkyc-button session-endpoint={7} />;
// @ts-expect-error a status maps to a phase
export const wrongPhases = <enkash-vkyc-button statusPhases={{ FULL_KYC_DONE: 'done' }} />;
// @ts-expect-error renewSession must return a promise
export const wrongRenewal = <enkash-vkyc-button renewSession={() => '/vkyc/session/2'} />;
// @ts-expect-error there is no such property
export const unknownProperty = <enkash-vkyc-button endpoint="/vkyc/session/1" />;
// @ts-expect-error the state is read-only
export const setState = <enkash-vkyc-button state="open" />;
// @ts-expect-error the detail has no link
export const noLink = <enkash-vkyc-button onvkyc-open={({ detail }) => detail.link} />;
// @ts-expect-error the code is not in the closed list
export const wrongCode = <enkash-vkyc-button onvkyc-error={({ detail }) => detail.code === 'boom'} />;
// @ts-expect-error only vkyc-session-expired can be renewed
export const wrongEvent = <enkash-vkyc-button onvkyc-close={(event) => event.renewWith('/x')} />;
// @ts-expect-error there is no such tag
export const wrongTag = <enkash-vkyc-buton />;
