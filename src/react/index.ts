'use client';

import { createComponent } from '@lit/react';
import * as React from 'react';
import type { EnkashVkycButton } from '../define.js';
import type { ButtonSettings } from '../element/button-settings.js';
import { defineButton } from '../element/define-button.js';
import type {
  VkycAvailabilityChangeEvent,
  VkycCloseEvent,
  VkycDowngradeEvent,
  VkycErrorEvent,
  VkycOpenEvent,
  VkycReloadEvent,
  VkycRemindEvent,
  VkycSessionExpiredEvent,
  VkycStartEvent,
  VkycStatusChangeEvent,
} from '../element/events.js';
import { OBJECT_SETTINGS, withAttributes, type SettingName } from '../element/setting-attributes.js';

// Called explicitly: bundlers may drop an import that is only there for its side effects.
defineButton();

type Settings = {
  [Name in SettingName]?: ButtonSettings[Name] | undefined;
};

interface EventTypes {
  onVkycStart: VkycStartEvent;
  onVkycOpen: VkycOpenEvent;
  onVkycDowngrade: VkycDowngradeEvent;
  onVkycClose: VkycCloseEvent;
  onVkycStatusChange: VkycStatusChangeEvent;
  onVkycAvailabilityChange: VkycAvailabilityChangeEvent;
  onVkycRemind: VkycRemindEvent;
  onVkycReload: VkycReloadEvent;
  onVkycSessionExpired: VkycSessionExpiredEvent;
  onVkycError: VkycErrorEvent;
}

const events: Record<keyof EventTypes, string> = {
  onVkycStart: 'vkyc-start',
  onVkycOpen: 'vkyc-open',
  onVkycDowngrade: 'vkyc-downgrade',
  onVkycClose: 'vkyc-close',
  onVkycStatusChange: 'vkyc-status-change',
  onVkycAvailabilityChange: 'vkyc-availability-change',
  onVkycRemind: 'vkyc-remind',
  onVkycReload: 'vkyc-reload',
  onVkycSessionExpired: 'vkyc-session-expired',
  onVkycError: 'vkyc-error',
};

type Events = {
  [Name in keyof EventTypes]?: ((event: EventTypes[Name]) => void) | undefined;
};

/** Props of {@link VkycButton}: the element's properties, an `on…` prop for each event, and all HTML attributes. */
export type VkycButtonProps = Settings &
  Events &
  Omit<React.HTMLAttributes<EnkashVkycButton>, keyof Settings | keyof Events>;

/** `@lit/react` sets properties for the members of this class; all other settings are attributes, which a server can render. */
const objectSettings = {
  prototype: Object.fromEntries(OBJECT_SETTINGS.map((name) => [name, undefined])),
} as unknown as typeof EnkashVkycButton;

/** React warns of a layout effect on a server; neither effect runs there. */
const useServerSafeEffect: typeof React.useLayoutEffect = (...args) =>
  (typeof document === 'undefined' ? React.useEffect : React.useLayoutEffect)(...args);

const Tag = createComponent({
  react: { ...React, useLayoutEffect: useServerSafeEffect },
  tagName: 'enkash-vkyc-button',
  elementClass: objectSettings,
  events,
});

/**
 * `<enkash-vkyc-button>` as a React component, for React 17 and later. A `ref` gives the element. Server rendering gives
 * the tag with its attributes and children; hydration adds event listeners and object settings.
 *
 * @example
 * <VkycButton sessionEndpoint={endpoint} onVkycStatusChange={({ detail }) => setPhase(detail.phase)} />
 */
export const VkycButton = React.forwardRef<EnkashVkycButton, VkycButtonProps>((props, ref) =>
  React.createElement(Tag, { ...withAttributes(props), ref }),
);
VkycButton.displayName = 'VkycButton';
