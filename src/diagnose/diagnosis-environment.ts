import type { DeviceEnvironment } from '../device/device-environment.js';

/** What a diagnosis reads of the browser; `window` implements it. What a browser lacks is undefined. */
export interface DiagnosisEnvironment extends DeviceEnvironment {
  readonly origin: string;
  readonly crossOriginIsolated?: boolean;
  readonly location: { readonly href: string; readonly protocol: string };
  readonly document: Document;
  readonly self: unknown;
  readonly top: unknown;
  readonly frameElement: Element | null;
  readonly performance: Pick<Performance, 'getEntriesByType'>;
  readonly open: unknown;
  fetch(url: string, init: RequestInit): Promise<Response>;
}
