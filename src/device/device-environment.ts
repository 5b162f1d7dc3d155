/** What the device check reads of the browser; `window` is one. What a browser lacks counts as not known. */
export interface DeviceEnvironment {
  readonly isSecureContext: boolean;
  readonly document: object;
  readonly navigator: {
    readonly onLine: boolean;
    readonly userAgent: string;
    /** Apple's own: the page was started from the home screen. */
    readonly standalone?: boolean;
    readonly mediaDevices?: Devices;
    readonly permissions?: { query(descriptor: { name: CallPermission }): Promise<Permission> };
  };
  setTimeout(task: () => void, milliseconds: number): unknown;
}

/** The permissions that a call asks for. */
export type CallPermission = 'camera' | 'microphone' | 'geolocation';

/** Where one permission stands; tells when that changes. */
export interface Permission {
  readonly state: string;
  addEventListener: Listen;
}

interface Devices {
  enumerateDevices(): Promise<readonly { readonly kind: string }[]>;
  addEventListener: Listen;
}

/** Calls the listener at each event, until the signal aborts. */
export type Listen = (type: string, listener: () => void, options: { signal: AbortSignal }) => void;
