import type { qrCode } from './qr-code.js';

/** Loads the code that renders QR codes, which few customers need, apart from the first load. */
export const loadQrCode = (): Promise<typeof qrCode> =>
  import('./qr-code.js').then((module) => module.qrCode);
