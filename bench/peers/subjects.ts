import { join } from 'node:path';
import manifest from './package.json' with { type: 'json' };

/** Something that is measured. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** Its name in the picture. */
  readonly label: string;
  /** Its module for the page, as a path or as source. Only what comes from a file can be mounted. */
  readonly entry: { readonly file: string } | { readonly source: string };
  /** The tag, where an element is defined that a page contains before the script loads. */
  readonly tag?: string;
  /** Whether the page reserves the space that our documentation recommends. */
  readonly reservesSpace?: true;
  /** The most instances to mount at once, where more of them take minutes. */
  readonly maxCount?: number;
  /** Whether a click leads to a window with the call, and whether that is prefetched on hover. */
  readonly opensCall?: 'on-click' | 'with-intent';
  /** What comes from the maker's server in production, and is not measured. */
  readonly remote?: string;
}

const page = (name: string) => ({ file: join(import.meta.dirname, `page/${name}.ts`) });
const peer = (name: keyof typeof manifest.devDependencies) => `${name} ${manifest.devDependencies[name]}`;

/** Loaded like the others, and subtracted from them. */
export const EMPTY: Subject = {
  id: 'empty',
  name: 'an empty module',
  label: 'empty',
  entry: { source: 'export default 0' },
};

export const OURS: Subject = {
  id: 'enkash',
  name: 'enkash-vkyc-button',
  label: 'enkash-vkyc-button',
  entry: page('enkash'),
  tag: 'enkash-vkyc-button session-endpoint="/session/one" allowed-link-hosts="127.0.0.1"',
  reservesSpace: true,
  opensCall: 'with-intent',
};

/** The yardstick of the budgets. */
export const LIT_HELLO: Subject = {
  id: 'lit-hello',
  name: "Lit's hello element",
  label: "Lit's hello element",
  entry: page('lit-hello'),
  tag: 'lit-hello',
};

export const LIT_TWIN: Subject = {
  id: 'lit-twin',
  name: 'Lit twin (same DOM, no behaviour)',
  label: 'Lit twin',
  entry: page('lit-twin'),
  tag: 'lit-twin',
  reservesSpace: true,
};

/** Everything that is measured, in the order of the tables. */
export const SUBJECTS: readonly Subject[] = [
  OURS,
  {
    id: 'vanilla-twin',
    name: 'vanilla twin (same DOM, `fetch` and `window.open`)',
    label: 'vanilla twin',
    entry: page('vanilla-twin'),
    tag: 'vanilla-twin',
    reservesSpace: true,
    opensCall: 'on-click',
  },
  LIT_TWIN,
  LIT_HELLO,
  {
    id: 'google-pay',
    name: peer('@google-pay/button-element'),
    label: 'Google Pay button',
    entry: page('google-pay'),
    remote: 'pay.js, which makes the button and opens the payment; a stand-in makes a plain button',
  },
  {
    id: 'plaid-link',
    name: `${peer('react-plaid-link')} with React`,
    label: 'Plaid Link with React',
    entry: page('plaid-link'),
    remote: 'the script and the frame of Plaid Link; the button waits for them',
  },
  {
    id: 'veriff',
    name: peer('@veriff/js-sdk'),
    label: 'Veriff',
    entry: page('veriff'),
    maxCount: 1_000,
    opensCall: 'on-click',
    remote: 'the answer with the link, and the verification itself',
  },
  {
    id: 'persona',
    name: peer('persona'),
    label: 'Persona',
    entry: { source: "export { Client as default } from 'persona'" },
    remote: 'the frame with everything that is visible',
  },
  {
    id: 'sumsub',
    name: peer('@sumsub/websdk'),
    label: 'Sumsub',
    entry: { source: "export { default } from '@sumsub/websdk'" },
    remote: 'the frame with everything that is visible',
  },
  {
    id: 'stripe',
    name: peer('@stripe/stripe-js'),
    label: 'Stripe',
    entry: { source: "export { loadStripe as default } from '@stripe/stripe-js/pure'" },
    remote: 'Stripe.js, with everything that is visible',
  },
];

/** Whether it has something to mount: the others are scripts without anything visible of their own. */
export const canMount = ({ entry }: Subject): boolean => 'file' in entry;
