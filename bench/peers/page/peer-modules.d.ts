/** What the benchmark uses of the peers. They are installed by its command, not with the project. */
declare module '@google-pay/button-element';

declare module 'react-plaid-link' {
  import type { ComponentType, ReactNode } from 'react';
  export const PlaidLink: ComponentType<{
    token: string;
    onSuccess: () => void;
    children?: ReactNode;
  }>;
}

declare module '@veriff/js-sdk' {
  interface VeriffOptions {
    host: string;
    apiKey: string;
    parentId: string;
    onSession: (error: unknown, response: { verification: { url: string } }) => void;
  }
  interface VeriffForm {
    setParams(params: { person: { givenName: string; lastName: string }; vendorData: string }): void;
    mount(options: { submitBtnText: string }): void;
  }
  export function Veriff(options: VeriffOptions): VeriffForm;
}

declare module 'enkash-vkyc-button/define.js';

/** The element when it is ready, as the benchmark reads it from the page. */
declare module 'virtual:ready-look' {
  export const markup: string;
  export const css: string;
  export const attributes: readonly (readonly [name: string, value: string])[];
}
