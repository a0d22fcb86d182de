/** How many messages may wait to be sent later in one conversation, and how far ahead. */
export const scheduledLimits = { each: 10, aheadMs: 365 * 86_400_000 } as const;
/** `due`: its time has come, and it can be canceled no longer. */
export const scheduledStates = ['waiting', 'due', 'cancelled', 'refused'] as const;
/** Why a message was not sent when its time came. */
export const scheduledRefusals = ['closed', 'opted-out', 'held', 'author-gone'] as const;
export type ScheduledRefusal = (typeof scheduledRefusals)[number];
