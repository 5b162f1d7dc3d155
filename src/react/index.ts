'use client';

import { createComponent, type EventName } from '@lit/react';
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

const events = {
  onVkycStart: 'vkyc-start' as EventName<VkycStartEvent>,
  onVkycOpen: 'vkyc-open' as EventName<VkycOpenEvent>,
  onVkycDowngrade: 'vkyc-downgrade' as EventName<VkycDowngradeEvent>,
  onVkycClose: 'vkyc-close' as EventName<VkycCloseEvent>,
  onVkycStatusChange: 'vkyc-status-change' as EventName<VkycStatusChangeEvent>,
  onVkycAvailabilityChange: 'vkyc-availability-change' as EventName<VkycAvailabilityChangeEvent>,
  onVkycRemind: 'vkyc-remind' as EventName<VkycRemindEvent>,
  onVkycReload: 'vkyc-reload' as EventName<VkycReloadEvent>,
  onVkycSessionExpired: 'vkyc-session-expired' as EventName<VkycSessionExpiredEvent>,
  onVkycError: 'vkyc-error' as EventName<VkycErrorEvent>,
};

type Events = {
  [Name in keyof typeof events]?: ((event: (typeof events)[Name]['__eventType']) => void) | undefined;
};

/** Props of {@link VkycButton}: the element's properties, an `on…` prop for each event, and all HTML attributes. */
export type VkycButtonProps = Settings &
  Events &
  Omit<React.HTMLAttributes<EnkashVkycButton>, keyof Settings | keyof Events>;

/** `@lit/react` sets properties for the members of this class; all other settings are attributes, which a server can render. */
const objectSettings = {
  prototype: Object.fromEntries(OBJECT_SETTINGS.map((name) => [name, undefined])),
} as unknown as typeof EnkashVkycButton;

const Tag = createComponent({
  react: React,
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
