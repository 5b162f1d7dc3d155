/** One turn of the agent: what is said, and the button with which the customer answers. */
export interface Turn {
  readonly says: string;
  /** The last turn has none: then the developer decides how the call ends. */
  readonly reply: string | null;
}

/** A call in short: consent, the PAN card, a sign of life, goodbye. */
export const CONVERSATION: readonly Turn[] = [
  {
    says: 'Hello! I am your agent for today. This call is recorded. Do you agree to go on?',
    reply: 'Yes, I agree',
  },
  { says: 'Thank you. Please hold your original PAN card up to the camera.', reply: 'My card is in view' },
  { says: 'I can read it well. Now please turn your head and look to your left.', reply: 'I looked left' },
  { says: 'That is all I need. One moment while I finish up.', reply: null },
];
