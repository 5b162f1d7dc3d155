import type { DialogMessages } from '../../src/launch/dialog-parts.js';

export const DIALOG_MESSAGES: DialogMessages = {
  lang: 'hi',
  dir: 'ltr',
  callTitle: 'Video KYC call',
  endQuestion: 'End the call?',
  actions: { close: 'Close', window: 'Open in a new window', stay: 'Stay', end: 'End the call' },
  hints: { opening: 'Opening…' },
};
