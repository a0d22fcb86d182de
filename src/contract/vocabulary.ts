import { z } from 'zod';

/** What a visitor does with a message: its dialogue acts. One message may do several. `docs/protocol.md` says what each means. */
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
  'unclear',
] as const;
export const visitorAct = z.enum(visitorActs);
export type VisitorAct = (typeof visitorActs)[number];

/** What a visitor's question is about. */
export const matters = ['home', 'homes', 'brokerage', 'process', 'finance', 'law', 'market', 'talk'] as const;
export const matter = z.enum(matters);
export type Matter = (typeof matters)[number];

/** What presses the person who writes, beyond the matter itself. `danger` is told in this process alone, never by a model of language. */
export const situations = ['none', 'grief', 'separation', 'money-trouble', 'fear', 'anger', 'danger'] as const;
export const situation = z.enum(situations);

/** Why somebody may not be safe: by their own hand, or by somebody at home. */
export const dangers = ['self-harm', 'violence'] as const;
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
  'homes',
  'home',
  'name',
  'phone',
  'email',
  'contactBy',
  'bestTime',
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

/** What Jorge does in a part of a reply. `ask-…` and `confirm-…` name the question or the slot. */
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
