import { createHandoff } from '../../handoff/handoff.js';
import { handoffStyles } from '../styles/handoff-styles.js';
import { handoffAnnouncement, handoffContent } from '../templates/handoff-content.js';

/** Everything that the panel "Continue on your phone" needs from the first press on. */
export const handoff = {
  create: createHandoff,
  content: handoffContent,
  announcement: handoffAnnouncement,
  styles: handoffStyles,
};
