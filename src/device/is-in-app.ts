import type { DeviceEnvironment } from './device-environment.js';

/** User agents of Android WebViews, and of apps whose built-in browser names itself. */
const IN_APP =
  /; wv\)|FB_IAB|FBAN\/|FBAV\/|Instagram|\bLine\/|MicroMessenger|Snapchat|LinkedInApp|Twitter|musical_ly|BytedanceWebview/;

/**
 * Whether the page is shown inside another app: in the WebView of a native shell, or in the built-in browser of a
 * messenger or social network. An app that hides this is taken for a browser.
 */
export function isInApp(env: Pick<DeviceEnvironment, 'navigator'> = window): boolean {
  const { userAgent, standalone = false } = env.navigator;
  if ('ReactNativeWebView' in env || 'flutter_inappwebview' in env || IN_APP.test(userAgent)) return true;
  // Every browser on Apple's systems calls itself Safari, a bare WebView does not. `webkit.messageHandlers` would not
  // distinguish them: Chrome for iOS has it too.
  return userAgent.includes('AppleWebKit/') && !/Safari\b/.test(userAgent) && !standalone;
}
