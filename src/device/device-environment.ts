/** What the device check reads of the browser; `window` implements it. What a browser lacks is treated as unknown. */
export interface DeviceEnvironment {
  readonly isSecureContext: boolean;
  readonly document: object;
  readonly navigator: {
    readonly onLine: boolean;
    readonly userAgent: string;
    /** Safari only: the page was launched from the home screen. */
    readonly standalone?: boolean;
    readonly mediaDevices?: Devices;
    readonly permissions?: { query(descriptor: { name: CallPermission }): Promise<Permission> };
  };
  setTimeout(task: () => void, milliseconds: number): unknown;
}

/** The permissions that a call asks for. */
export type CallPermission = 'camera' | 'microphone' | 'geolocation';

/** A `PermissionStatus`: fires `change`. */
export interface Permission {
  readonly state: string;
  readonly addEventListener?: Listen;
}

interface Devices {
  enumerateDevices(): Promise<readonly { readonly kind: string }[]>;
  readonly addEventListener?: Listen;
}

/** Adds an event listener until the signal aborts. */
export type Listen = (type: string, listener: () => void, options: { signal: AbortSignal }) => void;

/** Chromium's view of the page's Permissions-Policy. */
interface PolicyDocument {
  readonly featurePolicy?: { readonly allowsFeature?: (feature: string) => boolean };
}

/**
 * Whether the page's Permissions-Policy blocks a feature in the page and its frames. Only Chromium reports that; in other
 * browsers the result is false.
 */
export function isBlockedByPermissionsPolicy(
  feature: CallPermission,
  { document }: Pick<DeviceEnvironment, 'document'>,
): boolean {
  // A form of the page may have that name.
  return (document as PolicyDocument).featurePolicy?.allowsFeature?.(feature) === false;
}
