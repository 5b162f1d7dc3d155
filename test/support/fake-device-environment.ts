import type { CallPermission, DeviceEnvironment } from '../../src/device/device-environment.js';

/** How a fake browser differs from one in which nothing prevents a call. */
export interface DeviceOptions {
  readonly secure?: boolean;
  readonly online?: boolean;
  readonly userAgent?: string;
  readonly standalone?: boolean;
  /** Kinds of the attached devices; null: no access to devices; 'fails' and 'hangs': the query does. */
  readonly devices?: readonly string[] | null | 'fails' | 'hangs';
  /** States of permissions; null: no Permissions API; 'hangs': queries stay pending. */
  readonly permissions?: Partial<Record<CallPermission, string>> | null | 'hangs';
  /** Permissions whose names the browser does not know. */
  readonly unknownNames?: readonly CallPermission[];
  /** What the page's Permissions-Policy blocks; if not set, the browser does not report it. */
  readonly blocked?: readonly string[];
  /** Other members of the global object. */
  readonly globals?: object;
}

export const CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36';

const never = new Promise<never>(() => undefined);

/** A fake browser that the test controls. */
export class FakeDeviceEnvironment extends EventTarget implements DeviceEnvironment {
  readonly isSecureContext: boolean;
  readonly document: object;
  readonly navigator: {
    -readonly [Name in keyof DeviceEnvironment['navigator']]: DeviceEnvironment['navigator'][Name];
  };
  readonly devices = new EventTarget();
  readonly permissions = new Map<string, EventTarget & { state: string }>();
  /** The pending timers. */
  readonly timers: { readonly task: () => void; readonly milliseconds: number }[] = [];

  constructor({
    secure = true,
    online = true,
    userAgent = CHROME,
    standalone,
    devices = ['videoinput', 'audioinput'],
    permissions = {},
    unknownNames = [],
    blocked,
    globals = {},
  }: DeviceOptions = {}) {
    super();
    this.isSecureContext = secure;
    this.document = blocked
      ? { featurePolicy: { allowsFeature: (feature: string) => !blocked.includes(feature) } }
      : {};
    this.navigator = { onLine: online, userAgent };
    if (standalone !== undefined) this.navigator.standalone = standalone;
    if (devices !== null) {
      this.navigator.mediaDevices = Object.assign(this.devices, {
        enumerateDevices: () => {
          if (devices === 'hangs') return never;
          if (devices === 'fails') return Promise.reject(new DOMException('', 'NotAllowedError'));
          return Promise.resolve(devices.map((kind) => ({ kind })));
        },
      });
    }
    if (permissions !== null) {
      this.navigator.permissions = {
        query: ({ name }) => {
          if (unknownNames.includes(name)) throw new TypeError(`'${name}' is not a PermissionName`);
          if (permissions === 'hangs') return never;
          const known =
            this.permissions.get(name) ??
            Object.assign(new EventTarget(), { state: permissions[name] ?? 'prompt' });
          this.permissions.set(name, known);
          return Promise.resolve(known);
        },
      };
    }
    Object.assign(this, globals);
  }

  setTimeout(task: () => void, milliseconds: number): void {
    this.timers.push({ task, milliseconds });
  }
}
