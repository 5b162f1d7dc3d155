import type { DialogWords } from '../../src/launch/dialog-parts.js';

export const WORDS: DialogWords = {
  lang: 'hi',
  dir: 'ltr',
  callTitle: 'Video KYC call',
  endQuestion: 'End the call?',
  actions: { close: 'Close', window: 'Open in a new window', stay: 'Stay', end: 'End the call' },
  hints: { opening: 'Opening…' },
};
