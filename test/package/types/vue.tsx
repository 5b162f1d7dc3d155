/** @jsxImportSource vue */
import type {} from 'enkash-vkyc-button/types/vue';
import type { EnkashVkycButton } from 'enkash-vkyc-button';
import type { GlobalComponents } from 'vue';

export const right = (
  <enkash-vkyc-button
    class="wide"
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
  />
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

type InTemplate = InstanceType<GlobalComponents['enkash-vkyc-button']>;

export const asElement = (element: InTemplate): EnkashVkycButton => element;
export const template: InTemplate['$props'] = {
  sessionEndpoint: '/vkyc/session/1',
  mode: 'iframe',
  lang: 'hi',
  class: 'wide',
  key: 'one',
  statusPhases: { FULL_KYC_DONE: 'verified' },
  onVkycStatusChange: ({ detail }) => detail.phase satisfies string,
  onVkycSessionExpired: (event) => event.renewWith('/vkyc/session/2'),
};
export const wrongTemplate: InTemplate['$props'] = {
  // @ts-expect-error there is no such mode
  mode: 'window',
  // @ts-expect-error an endpoint is a string
  sessionEndpoint: 7,
  // @ts-expect-error the detail has no link
  onVkycOpen: ({ detail }) => detail.link,
};
// @ts-expect-error there is no such property
export const unknownInTemplate: InTemplate['$props'] = { endpoint: '/vkyc/session/1' };
export const emitted = (element: InTemplate, event: Event) => {
  // @ts-expect-error the element fires no such event
  element.$emit('vkyc-done', event);
};
