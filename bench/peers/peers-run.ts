import type { Profile } from './measure-profile.js';
import type { Spread } from './spread.js';

/** What is measured of a subject. */
export type MeasureId =
  | 'bytes'
  | 'script'
  | 'picture'
  | 'phonePicture'
  | 'firstInstance'
  | 'connect10'
  | 'connect100'
  | 'connect1000'
  | 'connect10000'
  | 'heap'
  | 'nodes'
  | 'shift'
  | 'click'
  | 'clickAfterIntent';

/** A measurement as the tables show it. */
export interface Measure {
  readonly id: MeasureId;
  /** With its unit. */
  readonly name: string;
  /** Why another subject can be ahead of ours. */
  readonly why: string;
}

/** A subject with its values; what does not apply to it is left out. */
export interface SubjectResult {
  readonly id: string;
  readonly name: string;
  /** In the picture. */
  readonly label: string;
  readonly remote?: string;
  readonly values: Readonly<Partial<Record<MeasureId, Spread>>>;
}

/** All that one run of the command measured. */
export interface PeersRun {
  readonly chromium: string;
  readonly rounds: number;
  /** Bytes of what our bundle imports later. */
  readonly laterBytes: number;
  readonly results: readonly SubjectResult[];
  /** From the click to the navigation, for a button that only calls `window.open(link)`. */
  readonly bareOpen: Spread;
  readonly profiles: { readonly ours: Profile; readonly litHello: Profile };
}

const LESS_CONTENT =
  'Ours has a badge, a sentence, the steps and two closed panels, and asks for the status. The others are a button.';

/** The first table. */
export const LOADING: readonly Measure[] = [
  {
    id: 'bytes',
    name: 'bytes, brotli',
    why: 'Ours contains hours, polling, fallbacks, errors and texts. The others leave these to a script of their server, or to you.',
  },
  { id: 'script', name: 'script, ms', why: 'Fewer bytes to compile and to run.' },
  { id: 'picture', name: 'first picture, ms', why: LESS_CONTENT },
  { id: 'phonePicture', name: 'first picture, CPU 6 × slower, ms', why: LESS_CONTENT },
  { id: 'shift', name: 'layout shift', why: 'Nothing is below 0.' },
  {
    id: 'click',
    name: 'click to navigation, ms',
    why: 'Ours opens a blank window in the click, checks the link, and cuts the opener before the window leaves.',
  },
  {
    id: 'clickAfterIntent',
    name: 'the same after hover, ms',
    why: 'No other has this.',
  },
];

/** The second table. */
export const ON_THE_PAGE: readonly Measure[] = [
  { id: 'firstInstance', name: 'first instance, ms', why: LESS_CONTENT },
  { id: 'connect10', name: '10 at once, µs each', why: LESS_CONTENT },
  { id: 'connect100', name: '100, µs each', why: LESS_CONTENT },
  { id: 'connect1000', name: '1,000, µs each', why: LESS_CONTENT },
  { id: 'connect10000', name: '10,000, µs each', why: LESS_CONTENT },
  {
    id: 'heap',
    name: 'heap, kB each',
    why: 'The twins show it: most of it is the layout of what a customer sees.',
  },
  { id: 'nodes', name: 'nodes', why: LESS_CONTENT },
];
