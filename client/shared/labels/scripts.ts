import type { ScriptChannel, ScriptKind, ScriptObjection } from '../../../src/contract/scriptKinds.ts';

export const scriptKindLabels: Record<ScriptKind, string> = {
  're-engagement': 'Re-engagement',
  'showing-follow-up': 'Follow-up after a showing',
  objection: 'Objection reply',
  'appointment-confirmation': 'Appointment confirmation',
};
export const scriptChannelLabels: Record<ScriptChannel, string> = { call: 'Call', text: 'Text', email: 'Email' };
export const scriptObjectionLabels: Record<ScriptObjection, string> = {
  price: 'Price',
  timing: 'Timing',
  financing: 'Financing',
  family: 'Someone else decides too',
  competition: 'Another agent or home',
};
