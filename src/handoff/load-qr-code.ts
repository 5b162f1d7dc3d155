import type { qrCode } from './qr-code.js';

/** The module that draws QR codes, as far as it is used. */
export interface QrCodeModule {
  readonly qrCode: typeof qrCode;
}

/** Loads the code that draws QR codes, which few customers need, apart from the first load. */
export const loadQrCode = (): Promise<QrCodeModule> => import('./qr-code.js');
