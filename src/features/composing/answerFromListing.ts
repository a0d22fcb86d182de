import { topicTexts } from '../bots/topicTexts.ts';
import { joinWords } from '../listings/formatFigures.ts';
import { lookUpHome, sourceOf } from '../listings/tellHome.ts';
import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';
import { askedFacts } from '../reading/readAskedFacts.ts';
import { readTopic, type Topic } from '../reading/readTopic.ts';
import { askWords, notOnFile } from './promise.ts';

/** What an answer without a model is written from. */
export interface ReplyBrief {
  question: string;
  listing: ListingFacts | null;
  brokerage: string;
  language: Language;
  /** The person who has the conversation; null: the team. */
  askWhom: string | null;
}

/** Who lives somewhere, schools, safety: answered with the same public sources for everybody. */
export const sensitiveTopic =
  /\b(safe|safety|crime|dangerous|schools?|school district|who lives|what kind of people|family.friendly|good (area|neighborhood)|bad (area|neighborhood)|diverse)\b/i;

/** Asks who the people of an area are: never described, to nobody. */
const whoLivesThere =
  /\b((white|black|asian|hispanic|latin[oax]|jewish|muslim|christian|catholic|hindu|arab|indian|mexican|chinese|korean|vietnamese|african|immigrant|foreign|gay|lesbian|single|old|young|elderly|normal|nice) (famil\w*|people|folks|persons?|neighbou?rs?|residents?|couples?|kids|communit\w*)|who lives|(what )?(kind|sort|type) of (people|neighbou?rs|families|crowd)|demographics?|racial|ethnic\w*|minorit\w+)\b/i;

export const visitWish =
  /\b(see it|see the (home|house|place)|tour|showing|visit|walk ?through|open house|look at it in person|come by|stop by)\b/i;

const visit = {
  en: 'I can note a time for the agent to show it to you.',
  es: 'Puedo anotar una hora para que se la muestren.',
};
const opinion = {
  en: (whom: string) => `That is for a licensed agent to say; I’ll ask ${whom}.`,
  es: (whom: string) => `Eso le toca decirlo a un agente con licencia; se lo pregunto ${whom}.`,
};
const whichHome = {
  en: 'I am not sure which home you mean; with its address I can look it up.',
  es: 'No sé bien a qué casa se refiere; con la dirección la busco.',
};

const whichArea = {
  en: 'Which area suits you is yours to judge; name one, or a price and bedrooms, and I show what is for sale there.',
  es: 'Qué zona le conviene lo juzga usted; dígame una, o un precio y recámaras, y le muestro lo que hay a la venta.',
};
const asksGoodArea = /\bgood (?:area|neighbou?rhood)\b(?![^.?!]*\b(?:safe|safety|crime|dangerous|schools?|diverse)\b)/i;

/** Answered with the same words and the same public sources for everybody. */
const sensitive: ReadonlySet<Topic> = new Set(['safety', 'schools', 'worship', 'vouchers']);

const asksOpinion =
  /\b(worth it|good deal|fair price|over ?priced|should i (offer|buy|sell|wait)|what (should|would) (i|you) offer|investment|appreciate|legal|contract|mortgage rate|interest rate|monthly payment|vale la pena|buen precio|inversi[oó]n|hipoteca)\b/i;

/** Answers a visitor from the home's file: each thing asked, then who says so; what is not on file is said to be so, and will be asked. */
export function answerFromListing({ question, listing, language, askWhom }: ReplyBrief): string {
  const whom = askWords(askWhom, language);
  const topic = readTopic(question);
  if (topic === 'people' || whoLivesThere.test(question)) return topicTexts.people[language][0] as string;
  if (topic !== null && sensitive.has(topic)) return topicTexts[topic][language][0] as string;
  if (asksGoodArea.test(question)) return whichArea[language];
  if (sensitiveTopic.test(question))
    return topicTexts[/\bschool/i.test(question) ? 'schools' : 'safety'][language][0] as string;
  if (asksOpinion.test(question)) return opinion[language](whom);
  const asksVisit = visitWish.test(question) ? [visit[language]] : [];
  if (listing === null) {
    if (askedFacts(question, { asked: true }).length > 0) return whichHome[language];
    return asksVisit[0] ?? notOnFile(whom, language);
  }
  const { told, lacking } = lookUpHome(question, listing, language);
  if (told.length === 0 && lacking.length === 0 && asksVisit.length > 0) return asksVisit.join(' ');
  return [
    ...told.map(({ text }) => text),
    ...(told.length > 0 ? [sourceOf(listing, language)] : []),
    ...(told.length === 0 || lacking.length > 0 ? [lacks(lacking, whom, language)] : []),
    ...asksVisit,
  ].join(' ');
}

function lacks(lacking: readonly string[], whom: string, language: Language): string {
  if (lacking.length === 0) return notOnFile(whom, language);
  return language === 'es'
    ? `No tengo datos sobre ${joinWords(lacking, 'ni')}; se lo pregunto ${whom}.`
    : `I have nothing on file about ${joinWords(lacking, 'or')}; I’ll ask ${whom}.`;
}
