'use client';

import { createComponent, type EventName } from '@lit/react';
import type { LitElement } from 'lit';
import * as React from 'react';
import type { EnkashVkycButton } from '../define.js';
import { defineButton } from '../element/define-button.js';
import type {
  VkycAvailabilityChangeEvent,
  VkycCloseEvent,
  VkycDowngradeEvent,
  VkycErrorEvent,
  VkycOpenEvent,
  VkycRemindEvent,
  VkycSessionExpiredEvent,
  VkycStartEvent,
  VkycStatusChangeEvent,
} from '../element/events.js';
import { OBJECT_SETTINGS, withAttributes } from './attributes.js';

// a call, as bundlers may drop an import that only has effects
defineButton();

/** What the element has that is no setting: Lit's own, methods, and what is only to be read. */
type NoSetting =
  | keyof LitElement
  | ('start' | 'refresh' | 'close' | 'connectedMoveCallback')
  | ('state' | 'phase' | 'status' | 'availability')
  | (`journey${string}` | 'renewEndpoint');

type Settings = {
  [Name in Exclude<keyof EnkashVkycButton, NoSetting>]?: EnkashVkycButton[Name] | undefined;
};

const events = {
  onVkycStart: 'vkyc-start' as EventName<VkycStartEvent>,
  onVkycOpen: 'vkyc-open' as EventName<VkycOpenEvent>,
  onVkycDowngrade: 'vkyc-downgrade' as EventName<VkycDowngradeEvent>,
  onVkycClose: 'vkyc-close' as EventName<VkycCloseEvent>,
  onVkycStatusChange: 'vkyc-status-change' as EventName<VkycStatusChangeEvent>,
  onVkycAvailabilityChange: 'vkyc-availability-change' as EventName<VkycAvailabilityChangeEvent>,
  onVkycRemind: 'vkyc-remind' as EventName<VkycRemindEvent>,
  onVkycSessionExpired: 'vkyc-session-expired' as EventName<VkycSessionExpiredEvent>,
  onVkycError: 'vkyc-error' as EventName<VkycErrorEvent>,
};

type Events = {
  [Name in keyof typeof events]?: ((event: (typeof events)[Name]['__eventType']) => void) | undefined;
};

/** What {@link VkycButton} takes: the element's properties, an `on…` prop for each event, and what any tag takes. */
export type VkycButtonProps = Settings &
  Events &
  Omit<React.HTMLAttributes<EnkashVkycButton>, keyof Settings | keyof Events>;

/** `@lit/react` sets as a property what the class has. The other settings are attributes, so that the server writes them. */
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
 * `<enkash-vkyc-button>` as a React component, for React 17 and later. A `ref` gives the element. The server's HTML has
 * the tag with its attributes and children; events and object settings come with hydration.
 */
export const VkycButton = React.forwardRef<EnkashVkycButton, VkycButtonProps>((props, ref) =>
  React.createElement(Tag, { ...withAttributes(props), ref }),
);
VkycButton.displayName = 'VkycButton';
