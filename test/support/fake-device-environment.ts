import type { CallPermission, DeviceEnvironment } from '../../src/device/device-environment.js';

/** How a made-up browser differs from one in which a call just works. */
export interface Differences {
  readonly secure?: boolean;
  readonly online?: boolean;
  readonly userAgent?: string;
  readonly standalone?: boolean;
  /** Kinds of the devices attached; null: no way to devices at all; 'fails' and 'hangs': the question does. */
  readonly devices?: readonly string[] | null | 'fails' | 'hangs';
  /** Where permissions stand; null: no Permissions API; 'hangs': no question is ever answered. */
  readonly permissions?: Partial<Record<CallPermission, string>> | null | 'hangs';
  /** Permissions whose names the browser does not know. */
  readonly unheardOf?: readonly CallPermission[];
  /** What the page's Permissions-Policy withholds; left out, the browser does not tell. */
  readonly withheld?: readonly string[];
  /** What else is on the global object. */
  readonly globals?: object;
}

export const CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36';

const never = new Promise<never>(() => undefined);

/** A browser that is what the test says, and changes when the test says so. */
export class FakeSurroundings extends EventTarget implements DeviceEnvironment {
  readonly isSecureContext: boolean;
  readonly document: object;
  readonly navigator: {
    -readonly [Name in keyof DeviceEnvironment['navigator']]: DeviceEnvironment['navigator'][Name];
  };
  readonly devices = new EventTarget();
  readonly permissions = new Map<string, EventTarget & { state: string }>();
  /** The timers that wait, each with its milliseconds. */
  readonly timers: { readonly task: () => void; readonly milliseconds: number }[] = [];

  constructor({
    secure = true,
    online = true,
    userAgent = CHROME,
    standalone,
    devices = ['videoinput', 'audioinput'],
    permissions = {},
    unheardOf = [],
    withheld,
    globals = {},
  }: Differences = {}) {
    super();
    this.isSecureContext = secure;
    this.document = withheld
      ? { featurePolicy: { allowsFeature: (feature: string) => !withheld.includes(feature) } }
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
          if (unheardOf.includes(name)) throw new TypeError(`'${name}' is no PermissionName`);
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
