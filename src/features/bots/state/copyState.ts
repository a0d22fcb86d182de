import type { BotState } from './protocol.ts';

/**
 * The working copy of a state. Field by field, because a spread of that many fields takes twenty times as long, and it is taken
 * with every step.
 */
export const copyState = (state: BotState): BotState => ({
  version: state.version,
  bot: state.bot,
  at: state.at,
  slots: state.slots,
  asked: state.asked,
  lastText: state.lastText,
  disclosed: state.disclosed,
  mode: state.mode,
  // States of earlier versions don't have it.
  rests: state.rests ?? false,
  unansweredSeq: state.unansweredSeq,
  visitorMessages: state.visitorMessages,
  vagueStreak: state.vagueStreak,
  language: state.language,
  ended: state.ended,
  said: state.said,
  told: state.told,
  pending: state.pending,
  temperature: state.temperature,
  labelOf: state.labelOf,
  scored: state.scored,
  talk: state.talk,
  marks: state.marks,
  persona: state.persona,
  objections: state.objections,
  recent: state.recent,
  repairs: state.repairs,
  situation: state.situation,
  missed: state.missed,
  quietReplies: state.quietReplies,
  passedOver: state.passedOver,
  insults: state.insults,
  handoffs: state.handoffs,
  deferred: state.deferred,
  escalation: state.escalation,
  consentShown: state.consentShown,
  consented: state.consented,
  closedChannels: state.closedChannels,
  before: state.before,
  booking: state.booking,
  // States of earlier versions don't have it.
  carried: state.carried ?? null,
  homes: state.homes,
  agentSaid: state.agentSaid,
  agent: state.agent,
});
