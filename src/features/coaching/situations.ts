import { sensitiveTopic, visitWish } from '../composing/answerFromListing.ts';
import type { CoachAnswer } from './answers.ts';

/** Something that a lead's words may show, and what a coach says to it; `{assistant}` is the assistant's name. */
export interface Situation {
  name: string;
  shows: RegExp;
  objection: string | null;
  urgency: CoachAnswer['urgency'];
  say: string;
  /** Instead, where the agent answers already. */
  sayWhileAnswering?: string;
  reply: string | null;
  /** Shown also where nobody asked for advice, for it is seldom wrong; `to-jorge`: only while Jorge answers. */
  unasked?: true | 'to-jorge';
  /** It is over once a person has answered after those words. */
  untilAnswered?: true;
}

/** The first that fits decides, so situations that must not be missed stand above those that are nice to know. */
export const situations: readonly Situation[] = [
  {
    name: 'stop contact',
    unasked: true,
    shows:
      /\b(stop (texting|messaging|contacting|calling|writing)|leave me alone|do(n['’]t| not) (contact|text|message|call|write to) me|unsubscribe|remove me|opt.?out)\b/i,
    objection: null,
    urgency: 'critical',
    say: 'They asked not to be contacted. Confirm it once, then stop writing.',
    reply: 'Understood. We won’t contact you again.',
  },
  {
    name: 'calm and own it',
    unasked: true,
    shows:
      /\b(complain(t|ing)?|ridiculous|terrible|awful|frustrat\w+|fed up|waste of (my )?time|unacceptable|annoy\w+|suing|sue (?:you|them)|lawsuit|discriminat\w+)\b/i,
    objection: 'unhappy with the service',
    urgency: 'critical',
    say: 'They’re upset. Take over, say what went wrong without excuses, and tell them when you’ll get back to them.',
    sayWhileAnswering:
      'They’re upset. Say what went wrong without excuses, and tell them when you’ll get back to them.',
    reply: 'I’m sorry this went wrong. I’m handling it myself now. What’s most important for us to fix first?',
  },
  {
    name: 'give them a person',
    unasked: 'to-jorge',
    shows:
      /\b((talk|speak|chat) (to|with) (a |an |some)?(real |actual )?(person|human|agent|someone|realtor)|real person|call me|human being)\b/i,
    objection: null,
    urgency: 'high',
    say: 'They want a person. Take over now, introduce yourself, and ask what they need most.',
    sayWhileAnswering: 'They want a person, and that’s you. Introduce yourself, then ask what they need most.',
    reply: 'I’m here now and happy to help. What would you like to take care of first?',
    untilAnswered: true,
  },
  {
    name: 'respect their agent',
    unasked: true,
    shows:
      /(?<!(?:n['’]t|\b(?:not|never|no longer))(?: \w+){0,2} )\b((have|got|working with|work with|already have) (an?|another|our|my) (agent|realtor|broker)|my (agent|realtor))\b/i,
    objection: 'has an agent',
    urgency: 'medium',
    say: 'They work with another agent. Don’t compete for them: answer questions about the listing and leave the rest to their agent.',
    reply:
      'Thanks for telling me. I can answer questions about the listing; for anything else, please go through your agent.',
  },
  {
    name: 'include both',
    unasked: true,
    shows:
      /\b((talk|speak|check|ask|discuss|run it by|run this by)\b.{0,25}\b(wife|husband|spouse|partner|fianc[eé]e?|family|parents)|my (wife|husband|spouse|partner)\b.{0,40}\b(decide|agree|think|sure|like))/i,
    objection: 'decides with someone',
    urgency: 'medium',
    say: 'Someone else shares the decision. Offer a time when both can join rather than pressing for an answer now.',
    reply: 'That makes sense. Would a short call with both of you help, so you can ask everything at once?',
  },
  {
    name: 'ask what the figure is based on',
    unasked: true,
    shows: /\b(zillow|zestimate|redfin|online estimate|neighbou?r.{0,25}(sold|got|asked))\b/i,
    objection: 'online or neighbor price',
    urgency: 'medium',
    say: 'They’re relying on a figure from elsewhere. Don’t argue with it: ask what it’s based on and offer a licensed agent’s comparison of recent sales.',
    reply: 'Those estimates can’t see inside a home. Would a comparison with recent sales help?',
  },
  {
    name: 'find the price behind the price',
    unasked: true,
    shows:
      /\b(too (expensive|much|high|pricey)|over ?priced|can['’]?t afford|cannot afford|out of (my|our) (budget|range|price range)|lower the price|(above|over) (my|our) budget|wiggle room|negotiable|price too low|not enough (money|for))\b/i,
    objection: 'price',
    urgency: 'high',
    say: 'Price is the obstacle. Before you defend it, find out what figure would work and what matters more than price.',
    reply: 'I hear you on the price. What range would feel comfortable, and what couldn’t you do without?',
  },
  {
    name: 'clear up the financing',
    shows:
      /\b(credit( score)?|down ?payment|not (pre.?)?approved|can['’]?t get a loan|interest rates?|mortgage rates?|loan|lender)\b/i,
    objection: 'financing',
    urgency: 'medium',
    say: 'Financing is the open question. Leave rates and terms to a licensed lender, and just ask how far along they are.',
    reply: 'A licensed lender can tell you what works for you. How far along are you with financing?',
  },
  {
    name: 'let the showing go',
    shows:
      /\b(cancel|call (it|(the|my|our) \w+) off|(can['’]?t|cannot|won['’]?t|not) (be able to )?make (it|(the|my|our) (showing|visit|tour|call|appointment)))\b/i,
    objection: null,
    urgency: 'medium',
    say: 'They’re canceling. Make sure the time is freed up, and offer another day once, without asking why.',
    reply: 'Thanks for letting me know. Would another day work better for you?',
    untilAnswered: true,
  },
  {
    name: 'move the time',
    shows:
      /\b(reschedul\w+|(move|change|push) (it|(the|my|our) (showing|visit|tour|call|appointment|time)) (to|back|up)|(another|a different|some other) (time|day) (for|to see))\b/i,
    objection: null,
    urgency: 'high',
    say: 'They want another time. Offer two that are free, and confirm the new one clearly.',
    reply: 'Of course. What day works better for you, and do you prefer mornings or afternoons?',
    untilAnswered: true,
  },
  {
    name: 'book the showing',
    shows: visitWish,
    objection: null,
    urgency: 'high',
    say: 'They want to see it. Offer two times now, before anything else.',
    reply: 'I’d be happy to show it to you. What day works for you, and do you prefer mornings or afternoons?',
  },
  {
    name: 'same sources for everyone',
    unasked: true,
    shows: sensitiveTopic,
    objection: null,
    urgency: 'medium',
    say: 'This touches on fair housing. Don’t rate the area, its schools, or its people. Point everyone to the same public sources.',
    reply:
      'I can’t rate schools or safety, but the school district and the police department publish their own figures.',
  },
  {
    name: 'earn trust',
    shows:
      /\b(scam|trust (you|this)|legit|is this (a )?(real|fake)|are you (a )?(bot|robot|real|human)|how do i know|had a bad experience|not comfortable sharing)\b/i,
    objection: 'trust',
    urgency: 'high',
    say: 'They’re not sure they can trust this. Say plainly who you are and that {assistant} is an AI, and don’t ask for anything personal yet.',
    reply:
      'Fair question. {assistant} is our AI assistant; I work at the brokerage and can take over whenever you’d like.',
  },
  {
    name: 'use the momentum',
    shows:
      /\b(asap|as soon as possible|right away|urgent(ly)?|this week|make an offer|put in an offer|ready to (buy|sell|move|sign|list)|cash buyer|pay cash)\b/i,
    objection: null,
    urgency: 'high',
    say: 'They’re ready to move. Agree on a time with an agent today instead of asking more questions.',
    reply: 'Then let’s not lose any time. When could you take a short call today?',
  },
  {
    name: 'keep the door open',
    shows:
      /\b(just (looking|browsing|curious)|only looking|no rush|not in a (hurry|rush)|someday|maybe (next year|later)|not ready|too (soon|early)|wait(ing)? (until|till|for)|bad time|not (the )?right time|next year)\b/i,
    objection: 'timing',
    urgency: 'low',
    say: 'They’re not in a hurry. Don’t push: find out what would have to happen first, and agree on when to check in again.',
    reply: 'No rush at all. What needs to fall into place before a move makes sense for you?',
  },
  {
    name: 'lighten the load',
    shows: /\b(not sure|don['’]t know|confus\w+|overwhelm\w+|complicated|stress\w+|worried|nervous|anxious)\b/i,
    objection: null,
    urgency: 'medium',
    say: 'They sound unsure. Slow down, take one point at a time, and say what happens next.',
    reply: 'It’s a lot at once. Let’s take it one step at a time: what worries you most?',
  },
];
