import { z } from 'zod';

/** The dialogue acts of a visitor's message. One message may do several. `docs/vocabulary.md` says what each means. */
export const visitorActs = [
  'answers',
  'asks',
  'corrects',
  'retracts',
  'refuses',
  'objects',
  'agrees',
  'wants-person',
  'wants-call',
  'wants-visit',
  'wants-homes',
  'makes-offer',
  'not-buying',
  'not-selling',
  'tells',
  'small-talk',
  'thanks',
  'goodbye',
  'complains',
  'insults',
  'agent',
  'vendor',
  'spam',
  'wants-deletion',
  'underage',
  'unclear',
] as const;
export const visitorAct = z.enum(visitorActs);
export type VisitorAct = (typeof visitorActs)[number];

/** The topic of a visitor's question. */
export const matters = ['home', 'homes', 'brokerage', 'process', 'finance', 'law', 'market', 'talk'] as const;
export const matter = z.enum(matters);
export type Matter = (typeof matters)[number];

/** A hardship of the visitor, beside what they ask. `danger` is found by rules in this process, never by a language model. */
export const situations = ['none', 'grief', 'separation', 'money-trouble', 'fear', 'anger', 'danger'] as const;
export const situation = z.enum(situations);

/** Why somebody may not be safe: by their own hand, by somebody close to them, or by what happens around them right now. */
export const dangers = ['self-harm', 'violence', 'emergency'] as const;
export const danger = z.enum(dangers);
export type Danger = (typeof dangers)[number];
export type Situation = (typeof situations)[number];

/** One fact that can be known of a talk. */
export const slotNames = [
  'intent',
  'first',
  'budget',
  'price',
  'preApproval',
  'beds',
  'baths',
  'homeBeds',
  'homeBaths',
  'area',
  'timeline',
  'address',
  'motivation',
  'condition',
  'repairs',
  'authority',
  'mortgageBalance',
  'propertyType',
  'features',
  'rent',
  'funds',
  'leaseEnd',
  'offer',
  'documents',
  'agencyEnd',
  'homes',
  'home',
  'name',
  'phone',
  'email',
  'contactBy',
  'bestTime',
  'limits',
  'mayCall',
  'day',
  'timeOfDay',
  'visit',
  'represented',
  'showing',
  'agreement',
  'notServed',
] as const;
export const slotName = z.enum(slotNames);
export type SlotName = (typeof slotNames)[number];

/** Questions of Jorge's that fill no slot of their own name, or several. */
export const questionNames = [
  ...slotNames,
  'contact',
  'callNumber',
  'allMessages',
  'slot',
  'whichHome',
  'showingAlone',
  'still',
] as const;
export type QuestionName = (typeof questionNames)[number];

/** The acts of Jorge in the parts of a reply. `ask-…` and `confirm-…` name the question or the slot. */
export const replyActs = [
  'greet',
  'disclose',
  'acknowledge',
  'answer',
  'not-on-file',
  'outside-area',
  'sympathise',
  'offer-person',
  'tell-team',
  'clarify',
  'show-homes',
  'offer-times',
  'book',
  'move',
  'cancel',
  'notice',
  'consent',
  'opt-out',
  'hand-over',
  'decline',
  'end',
  'silent',
] as const;
export type ReplyAct = (typeof replyActs)[number] | `ask-${QuestionName}` | `confirm-${SlotName}`;
const namesOfQuestions: ReadonlySet<string> = new Set(questionNames);
const namesOfSlots: ReadonlySet<string> = new Set(slotNames);
export const replyAct = z.custom<ReplyAct>(
  (said) =>
    typeof said === 'string' &&
    ((replyActs as readonly string[]).includes(said) ||
      (said.startsWith('ask-') && namesOfQuestions.has(said.slice('ask-'.length))) ||
      (said.startsWith('confirm-') && namesOfSlots.has(said.slice('confirm-'.length)))),
);

/** The fields of a lead's record beside the slots, which the hub noted of its own accord. */
export const recordNames = [...slotNames, 'servicesNotice'] as const;
export const recordName = z.enum(recordNames);
export type RecordName = (typeof recordNames)[number];
export const questionName = z.enum(questionNames);

/** The stages of a bot's conversation. `features/bots/state/chart.ts` says when each is reached. */
export const stages = [
  'NEW',
  'ASK_STILL',
  'ASK_INTENT',
  'ASK_WHICH_FIRST',
  'ASK_TIMELINE',
  'BROWSING',
  'QUALIFY',
  'ASK_REPRESENTED',
  'ASK_TIME',
  'ASK_DAY',
  'CONFIRMED',
  'ASK_SHOWING',
  'ASK_HOME',
  'LOOKING_UP',
  'SLOT_OFFER',
  'ASK_NUMBER',
  'NO_NUMBER',
  'BOOKING',
  'BOOKED',
  'MANUAL',
  'REFERRED',
  'REPRESENTED',
  'NOT_CONSUMER',
  'MUTED',
  'HUMAN_BRIDGE',
  'HUMAN',
  'EXHAUSTED',
  'DELETION_ASKED',
  'OPTED_OUT',
  'NURTURE',
  'DORMANT',
  'CLOSED_LOST',
  'DONE',
] as const;
export const stage = z.enum(stages);
export type Stage = (typeof stages)[number];
const namesOfStages: ReadonlySet<string> = new Set(stages);
/** A stage as it was stored: one that no bot has anymore counts as the first. */
export const storedStage = (kept: string): Stage => (namesOfStages.has(kept) ? (kept as Stage) : 'NEW');

/** Why somebody holds back. The first six are a seller's, the next three a buyer's; the rest both may say. */
export const objections = [
  'neighbor_comp',
  'anchoring',
  'loss_aversion',
  'improvement_overvalue',
  'market_denial',
  'pricing_general',
  'budget_shock',
  'analysis_paralysis',
  'competition_shopping',
  'trust_credibility',
  'authority_decision_maker',
  'value_proposition',
  'timing_not_ready',
] as const;
export type Objection = (typeof objections)[number];
