import { type ReplyAct, replyAct } from '../../../src/contract/vocabulary.ts';
import type { BotState } from '../../../src/features/bots/protocol.ts';
import type { Turn } from '../../../src/features/turns/model.ts';

/**
 * The acts of a reply by the keys of the authored texts that were used in it. Stands in for the acts on the parts themselves, and
 * goes when a turn records them.
 */
export function actsOf(before: BotState | null, turns: readonly Turn[], words: string): ReplyAct[] {
  const acts = new Set<string>();
  let said = before?.said ?? {};
  for (const { stateAfter, effects } of turns) {
    const used = Object.keys(stateAfter.said).filter((key) => stateAfter.said[key] !== said[key]);
    said = stateAfter.said;
    const isRecorded = effects.some((effect) => effect.kind === 'reply' && 'acts' in effect);
    if (!isRecorded) for (const key of used) for (const act of actsOfKey(key)) acts.add(act);
    for (const effect of effects) {
      if (effect.kind === 'offer-slots') acts.add('offer-times');
      if (effect.kind !== 'reply') continue;
      const recorded = (effect as { acts?: readonly { act: string }[] }).acts;
      for (const { act } of recorded ?? []) acts.add(act);
      for (const part of effect.parts) {
        if (part.kind === 'homes') acts.add('show-homes');
        if (part.kind === 'answer') for (const act of actsOfAnswer(words)) acts.add(act);
      }
    }
  }
  if (words === '') return ['silent'];
  return [...acts].filter((act) => replyAct.safeParse(act).success) as ReplyAct[];
}

/** An answer is written at the edge: what it does shows in its words alone. */
function actsOfAnswer(words: string): string[] {
  const lacks =
    /on file; I['’]ll|no lo tengo en la ficha|(?:is|are) not on file|nothing on file about|nada en la ficha sobre/i.test(
      words,
    );
  const tells =
    /\b(?:Source|Fuente): /.test(words) || /yours to judge|lo juzga usted|can note a time|Puedo anotar/.test(words);
  const declines =
    /licensed agent to say|con licencia|who lives where|qui[eé]n vive|rate no schools|no opinion|no doy opini[oó]n|yours to judge/i.test(
      words,
    );
  return [
    ...(tells ? ['answer'] : []),
    ...(lacks ? ['not-on-file', 'tell-team'] : []),
    ...(declines ? ['decline', 'tell-team'] : []),
  ];
}

const acts: Readonly<Record<string, string>> = {
  disclosure: 'greet disclose',
  disclosureAgain: 'greet disclose',
  isAi: 'disclose answer',
  person: 'offer-person tell-team',
  personAgain: 'offer-person tell-team',
  stillWaiting: 'offer-person',
  'repair:person': 'offer-person',
  objectionToPerson: 'offer-person',
  longTalk: 'offer-person',
  circles: 'offer-person',
  bridge: 'offer-person tell-team',
  talkOffer: 'offer-person',
  comparison: 'offer-person',
  invite: 'ask-contact',
  callConsent: 'consent',
  optedOut: 'opt-out',
  optedIn: 'acknowledge',
  deletion: 'tell-team answer',
  brokerageServices: 'notice',
  legalAdvice: 'sympathise decline tell-team',
  notServedPlace: 'outside-area offer-person',
  notServedKind: 'decline offer-person',
  didNotGet: 'clarify',
  'repair:clarify': 'clarify',
  'repair:rephrase': 'clarify',
  'repair:choose': 'clarify',
  heardYou: 'acknowledge',
  told: 'acknowledge',
  here: 'acknowledge',
  declined: 'acknowledge',
  welcome: 'acknowledge end',
  closing: 'end',
  changedMind: 'acknowledge end',
  untilThen: 'end',
  finished: 'end tell-team',
  keptOnFile: 'end',
  exhausted: 'end',
  browse: 'end',
  browseUnsaid: 'end',
  offerHelp: 'end',
  muted: 'decline end',
  insulted: 'decline',
  setByHand: 'tell-team',
  passedOn: 'tell-team',
  rent: 'acknowledge decline tell-team',
  cancelled: 'cancel tell-team',
  cancelledTime: 'cancel',
  cancelledByTeam: 'cancel',
  takenBack: 'cancel',
  moved: 'move',
  bookedViewing: 'book',
  bookedCall: 'book',
  offeredCall: 'offer-times',
  offeredViewing: 'offer-times',
  offeredViewingAt: 'offer-times',
  again: 'offer-times',
  nearest: 'offer-times',
  closedThen: 'offer-times',
  soonest: 'offer-times',
  agreementFirst: 'answer tell-team',
  withoutRepresentation: 'acknowledge notice',
  showingPaths: 'answer',
  whichCompany: 'answer',
  whyAsked: 'answer',
  help: 'answer',
  payment: 'answer',
  howAreYou: 'answer',
  manyHomes: 'acknowledge',
  'topic:exclusion': 'decline',
  'topic:kickback': 'decline',
  'topic:people': 'decline',
  'topic:safety': 'decline answer',
  'topic:schools': 'decline answer',
  'topic:worship': 'decline answer',
  'topic:vouchers': 'answer tell-team offer-person',
  'topic:commission': 'answer offer-person',
  'topic:offer-advice': 'decline tell-team offer-person',
  'topic:wants-offer': 'decline tell-team offer-person',
  'topic:market-advice': 'decline offer-person',
  'topic:valuation': 'decline tell-team offer-person',
  'topic:loan-terms': 'answer decline',
  'topic:lender': 'answer decline',
  'topic:payment': 'decline answer',
  'topic:monthly-payment': 'decline answer',
  'topic:sale-time': 'decline offer-person',
  'topic:what-is-this': 'answer',
  'topic:company': 'answer',
  'topic:commercial': 'decline tell-team',
  'topic:privacy': 'answer',
  'topic:unwanted-contact': 'sympathise tell-team',
  'topic:for-the-team': 'tell-team offer-person',
  'topic:frustrated': 'sympathise offer-person tell-team',
  'topic:next-steps': 'answer',
};

function actsOfKey(key: string): string[] {
  if (key.startsWith('q:')) return [`ask-${key.slice(2) === 'whichHome' ? 'home' : key.slice(2)}`];
  if (/^ack:motivation:(?:inherited|divorce|financial)/.test(key)) return ['acknowledge', 'sympathise'];
  if (/^ack:(?:phone|email|contactBy|visit|price)/.test(key)) return ['acknowledge', 'tell-team'];
  if (key.startsWith('ack:') || key.startsWith('objection:') || key.startsWith('stall:')) return ['acknowledge'];
  if (key.startsWith('role:')) return key === 'role:signed' ? ['acknowledge', 'decline'] : ['decline', 'tell-team'];
  return acts[key]?.split(' ') ?? [];
}
