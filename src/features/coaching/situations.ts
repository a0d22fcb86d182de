import { sensitiveTopic, visitWish } from '../composing/answerFromListing.ts';
import type { CoachAnswer } from './answers.ts';

/** Something that a lead's words may show, and what a coach says to it; `{assistant}` is the assistant's name. */
export interface Situation {
  strategy: string;
  shows: RegExp;
  objection: string | null;
  urgency: CoachAnswer['urgency'];
  say: string;
  /** Instead, where the agent answers already. */
  sayWhileAnswering?: string;
  reply: string | null;
  nextQuestion: string | null;
  /** It is over once a person has answered after those words. */
  untilAnswered?: true;
}

/** The first that fits decides: what must not be missed stands above what is nice to know. */
export const situations: readonly Situation[] = [
  {
    strategy: 'stop contact',
    shows:
      /\b(stop (texting|messaging|contacting|calling|writing)|leave me alone|do(n['’]t| not) (contact|text|message|call|write to) me|unsubscribe|remove me|opt.?out)\b/i,
    objection: null,
    urgency: 'critical',
    say: 'They asked not to be contacted. Confirm it once, then write nothing more.',
    reply: 'Understood. We will not contact you any more.',
    nextQuestion: null,
  },
  {
    strategy: 'calm and own it',
    shows:
      /\b(complain(t|ing)?|ridiculous|terrible|awful|frustrat\w+|fed up|waste of (my )?time|unacceptable|annoy\w+|lawyer|attorney|sue|lawsuit|discriminat\w+)\b/i,
    objection: 'unhappy with the service',
    urgency: 'critical',
    say: 'They are upset. Take over yourself, name what went wrong without excuses, and say when you will come back to them.',
    sayWhileAnswering: 'They are upset. Name what went wrong without excuses, and say when you will come back to them.',
    reply: 'I am sorry this went wrong. I am taking it over myself now. What matters most to you to get right first?',
    nextQuestion: 'What matters most to you to get right first?',
  },
  {
    strategy: 'give them a person',
    shows:
      /\b((talk|speak|chat) (to|with) (a |an |some)?(real |actual )?(person|human|agent|someone|realtor)|real person|call me|human being)\b/i,
    objection: null,
    urgency: 'high',
    say: 'They want a person. Take over now and open with your name, then ask for the one thing that they need.',
    sayWhileAnswering:
      'They want a person, and that is you: give your name, then ask for the one thing that they need.',
    reply: 'I am here now and will help you myself. What would you like to settle first?',
    nextQuestion: 'What would you like to settle first?',
    untilAnswered: true,
  },
  {
    strategy: 'respect their agent',
    shows:
      /(?<!(?:n['’]t|\b(?:not|never|no longer))(?: \w+){0,2} )\b((have|got|working with|work with|already have) (an?|another|our|my) (agent|realtor|broker)|my (agent|realtor))\b/i,
    objection: 'has an agent',
    urgency: 'medium',
    say: 'They work with another agent. Do not compete for them: answer what is on the listing and leave the rest to their agent.',
    reply:
      'Thank you for telling me. I can answer what is on the listing; for anything more, please go through your agent.',
    nextQuestion: null,
  },
  {
    strategy: 'include both',
    shows:
      /\b((talk|speak|check|ask|discuss|run it by|run this by)\b.{0,25}\b(wife|husband|spouse|partner|fianc[eé]e?|family|parents)|my (wife|husband|spouse|partner)\b.{0,40}\b(decide|agree|think|sure|like))/i,
    objection: 'decides with somebody',
    urgency: 'medium',
    say: 'Somebody else decides with them. Offer a time when both can join rather than pressing for an answer now.',
    reply: 'That makes sense. Would a short call with both of you help, so that you can ask everything at once?',
    nextQuestion: 'When could you both make a short call?',
  },
  {
    strategy: 'ask what the figure rests on',
    shows: /\b(zillow|zestimate|redfin|online estimate|neighbou?r.{0,25}(sold|got|asked))\b/i,
    objection: 'online or neighbor price',
    urgency: 'medium',
    say: 'They hold on to a figure from elsewhere. Do not argue with it: ask what it rests on and offer a comparison of recent sales from a licensed agent.',
    reply: 'Those figures do not know the inside of a home. Would a comparison with recent sales help you judge it?',
    nextQuestion: 'What would make a price feel right to you?',
  },
  {
    strategy: 'find the price behind the price',
    shows:
      /\b(too (expensive|much|high|pricey)|over ?priced|can['’]?t afford|cannot afford|out of (my|our) (budget|range|price range)|lower the price|(above|over) (my|our) budget|wiggle room|negotiable|price too low|not enough (money|for))\b/i,
    objection: 'price',
    urgency: 'high',
    say: 'Price is in the way. Before you defend it, find out which figure would work and what matters more than price.',
    reply: 'I hear you on the price. Which range would feel comfortable, and what could you not do without?',
    nextQuestion: 'Which range would feel comfortable to you?',
  },
  {
    strategy: 'clear the financing',
    shows:
      /\b(credit( score)?|down ?payment|not (pre.?)?approved|can['’]?t get a loan|interest rates?|mortgage rates?|loan|lender)\b/i,
    objection: 'financing',
    urgency: 'medium',
    say: 'Money from the bank is the open point. Leave rates and terms to a licensed lender and ask only how far they are.',
    reply: 'A licensed lender can tell you what works for you. How far are you with the financing?',
    nextQuestion: 'How far are you with the financing?',
  },
  {
    strategy: 'let the visit go',
    shows:
      /\b(cancel|call (it|(the|my|our) \w+) off|(can['’]?t|cannot|won['’]?t|not) (be able to )?make (it|(the|my|our) (showing|visit|tour|call|appointment)))\b/i,
    objection: null,
    urgency: 'medium',
    say: 'They call it off. See that the time is free again, and offer another day once, without asking why.',
    reply: 'Thank you for letting me know. Would another day suit you better?',
    nextQuestion: 'Would another day suit you better?',
    untilAnswered: true,
  },
  {
    strategy: 'move the time',
    shows:
      /\b(reschedul\w+|(move|change|push) (it|(the|my|our) (showing|visit|tour|call|appointment|time)) (to|back|up)|(another|a different|some other) (time|day) (for|to see))\b/i,
    objection: null,
    urgency: 'high',
    say: 'They want another time. Offer two that are free, and confirm the new one in so many words.',
    reply: 'Of course. Which day suits you better, and mornings or afternoons?',
    nextQuestion: 'Which day suits you better, and mornings or afternoons?',
    untilAnswered: true,
  },
  {
    strategy: 'book the visit',
    shows: visitWish,
    objection: null,
    urgency: 'high',
    say: 'They want to see it. Offer two times now, before anything else.',
    reply: 'Happy to show it to you. Which day suits you, and mornings or afternoons?',
    nextQuestion: 'Which day suits you, and mornings or afternoons?',
  },
  {
    strategy: 'same sources for everybody',
    shows: sensitiveTopic,
    objection: null,
    urgency: 'medium',
    say: 'This touches fair housing. Do not rate the area, its schools or its people: point to the public sources, the same for everybody.',
    reply:
      'I cannot rate schools or safety, but the school district and the police department publish their own figures.',
    nextQuestion: 'What else matters to you about the home itself?',
  },
  {
    strategy: 'earn trust',
    shows:
      /\b(scam|trust (you|this)|legit|is this (a )?(real|fake)|are you (a )?(bot|robot|real|human)|how do i know|had a bad experience|not comfortable sharing)\b/i,
    objection: 'trust',
    urgency: 'high',
    say: 'They are not sure that they can trust this. Say plainly who you are and that {assistant} is an AI, and ask for nothing personal yet.',
    reply:
      'Fair question. {assistant} is our AI assistant; I work at the brokerage and can take over whenever you like.',
    nextQuestion: 'What would you like to know about us first?',
  },
  {
    strategy: 'use the momentum',
    shows:
      /\b(asap|as soon as possible|right away|urgent(ly)?|this week|make an offer|put in an offer|ready to (buy|sell|move|sign|list)|cash buyer|pay cash)\b/i,
    objection: null,
    urgency: 'high',
    say: 'They are ready to move. Agree on a time with an agent today instead of asking more questions.',
    reply: 'Then let us not lose time. When today could you take a short call?',
    nextQuestion: 'When today could you take a short call?',
  },
  {
    strategy: 'keep the door open',
    shows:
      /\b(just (looking|browsing|curious)|only looking|no rush|not in a (hurry|rush)|someday|maybe (next year|later)|not ready|too (soon|early)|wait(ing)? (until|till|for)|bad time|not (the )?right time|next year)\b/i,
    objection: 'timing',
    urgency: 'low',
    say: 'They are not in a hurry. Do not push: find out what would have to happen first, and agree on when to write again.',
    reply: 'No rush at all. What would have to be in place before a move makes sense for you?',
    nextQuestion: 'What would have to be in place before a move makes sense for you?',
  },
  {
    strategy: 'take the load off',
    shows: /\b(not sure|don['’]t know|confus\w+|overwhelm\w+|complicated|stress\w+|worried|nervous|anxious)\b/i,
    objection: null,
    urgency: 'medium',
    say: 'They sound unsure. Slow down, take one point at a time, and say what happens next.',
    reply: 'It is a lot at once. Let us take one point at a time: which one worries you most?',
    nextQuestion: 'Which point worries you most?',
  },
];
