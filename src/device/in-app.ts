import type { DeviceEnvironment } from './device-environment.js';

/** An Android WebView, and the apps whose own browser names itself in the user agent. */
const IN_APP =
  /; wv\)|FB_IAB|FBAN\/|FBAV\/|Instagram|\bLine\/|MicroMessenger|Snapchat|LinkedInApp|Twitter|musical_ly|BytedanceWebview/;

/**
 * Whether the page is shown inside another app: a native shell's WebView, or the browser in a messenger or social
 * network. What hides that it is one passes for a browser.
 */
export function isInApp(page: Pick<DeviceEnvironment, 'navigator'> = window): boolean {
  const { userAgent, standalone = false } = page.navigator;
  if ('ReactNativeWebView' in page || 'flutter_inappwebview' in page || IN_APP.test(userAgent)) return true;
  // Each of Apple's browsers calls itself Safari, a bare WebView does not. Its `webkit.messageHandlers` would tell
  // less, as Chrome for iOS has it too.
  return userAgent.includes('AppleWebKit/') && !/Safari\b/.test(userAgent) && !standalone;
}
