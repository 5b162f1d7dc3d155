/** What may keep this device from the call. None of them blocks the button: a browser that knows too little must not decide. */
export type DeviceIssue =
  /** The page is not a secure context, in which no browser gives a camera. */
  | 'insecure'
  /** The browser has no way to a camera, or none is attached. */
  | 'no-camera'
  /** The customer has blocked it, for this page or for all. */
  | 'camera-denied'
  | 'microphone-denied'
  | 'location-denied'
  /** The page is shown inside another app, whose browser often has no camera. */
  | 'in-app'
  | 'offline';
