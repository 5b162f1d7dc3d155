'use client';

import { createComponent } from '@lit/react';
import * as React from 'react';
import { EnkashVkycButton } from '../define.js';
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
import type { EventName } from '@lit/react';

/** `<enkash-vkyc-button>` as a React component: properties as props, each event as an `on…` prop. */
export const VkycButton = createComponent({
  react: React,
  tagName: 'enkash-vkyc-button',
  elementClass: EnkashVkycButton,
  displayName: 'VkycButton',
  events: {
    onVkycStart: 'vkyc-start' as EventName<VkycStartEvent>,
    onVkycOpen: 'vkyc-open' as EventName<VkycOpenEvent>,
    onVkycDowngrade: 'vkyc-downgrade' as EventName<VkycDowngradeEvent>,
    onVkycClose: 'vkyc-close' as EventName<VkycCloseEvent>,
    onVkycStatusChange: 'vkyc-status-change' as EventName<VkycStatusChangeEvent>,
    onVkycAvailabilityChange: 'vkyc-availability-change' as EventName<VkycAvailabilityChangeEvent>,
    onVkycRemind: 'vkyc-remind' as EventName<VkycRemindEvent>,
    onVkycSessionExpired: 'vkyc-session-expired' as EventName<VkycSessionExpiredEvent>,
    onVkycError: 'vkyc-error' as EventName<VkycErrorEvent>,
  },
});
