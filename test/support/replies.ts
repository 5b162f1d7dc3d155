import type { SessionAnswer } from '../../src/protocol/session-answer.js';
import type { Reply } from '../../src/session/session-client.js';

/** A reply without latency that contains only what the test sets. */
export function replyWith(answer: Partial<SessionAnswer> = {}, reply: Partial<Reply> = {}): Reply {
  return {
    answer: {
      status: { kycStatus: null, kycSubStatus: null },
      link: null,
      linkDays: null,
      expiresAt: null,
      serverTime: null,
      availability: null,
      schedule: null,
      action: null,
      handoffUrl: null,
      pollAfter: null,
      ...answer,
    },
    sentAt: 0,
    receivedAt: 0,
    date: null,
    ...reply,
  };
}
