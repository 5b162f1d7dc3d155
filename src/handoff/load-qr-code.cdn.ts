import { qrCode } from './qr-code.js';

/** Takes the place of `load-qr-code.ts` in the file for script tags, which loads nothing later. */
export const loadQrCode = (): Promise<typeof qrCode> => Promise.resolve(qrCode);
