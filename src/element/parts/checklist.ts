import { watchDevice } from '../../device/watch-device.js';
import { checklistStyles } from '../styles/checklist-styles.js';
import { checklistAnnouncement, checklistContent } from '../templates/checklist-content.js';

/** Everything that the open panel "Before you start" needs. */
export const checklist = {
  watchDevice,
  content: checklistContent,
  announcement: checklistAnnouncement,
  styles: checklistStyles,
};
