import type { Fact } from '../../contract/readings.ts';
import type { ReplyBrief } from '../../features/composing/answerVisitor.ts';
import { askWords, notOnFile } from '../../features/composing/promise.ts';
import type { Sentence } from '../../features/composing/sentences.ts';
import { joinWords } from '../../features/listings/formatFigures.ts';
import { lookUpHome, sourceOf } from '../../features/listings/tellHome.ts';
import type { Language } from '../../features/reading/model.ts';
import { askedFacts } from '../../features/reading/readAskedFacts.ts';
import { readTopic, type Topic } from '../../features/reading/readTopic.ts';
import { sensitiveTopic, visitWish, whoLivesThere } from './situations.ts';

const visit = {
  en: 'I can note a time for the agent to show it to you.',
  es: 'Puedo anotar una hora para que se la muestren.',
};
const opinion = {
  en: (whom: string) => `That is for a licensed agent to say; I’ll ask ${whom}.`,
  es: (whom: string) => `Eso le toca decirlo a un agente con licencia; se lo pregunto ${whom}.`,
};
/** As many as a sentence may cite. */
const maxCited = 40;
const whichHome = {
  en: 'I am not sure which home you mean; with its address I can look it up.',
  es: 'No sé bien a qué casa se refiere; con la dirección la busco.',
};

const asksGoodArea = /\bgood (?:area|neighbou?rhood)\b(?![^.?!]*\b(?:safe|safety|crime|dangerous|schools?|diverse)\b)/i;

/** Answered with the same words and the same public sources for everybody. */
const sensitive: ReadonlySet<Topic> = new Set(['safety', 'schools', 'worship', 'vouchers']);

const asksOpinion =
  /\b(worth it|good deal|fair price|over ?priced|should i (offer|buy|sell|wait)|what (should|would) (i|you) offer|investment|appreciate|legal|contract|mortgage rate|interest rate|monthly payment|vale la pena|buen precio|inversi[oó]n|hipoteca)\b/i;

/**
 * Answers a visitor from the home's file, each sentence with its facts: each thing asked, then who says so; what is not on file is said
 * to be so, and will be asked.
 */
export function answerFromListing({ question, listing, language, askWhom, facts }: ReplyBrief): Sentence[] {
  const whom = askWords(askWhom, language);
  const topic = readTopic(question);
  const house = (id: string): Sentence[] =>
    facts.filter((fact) => fact.id === `house.${id}`).map((fact) => answer(fact.words, [fact]));
  if (topic === 'people' || whoLivesThere.test(question)) return house('people');
  if (topic !== null && sensitive.has(topic)) return house(topic);
  if (asksGoodArea.test(question)) return house('area');
  if (sensitiveTopic.test(question)) return house(/\bschool/i.test(question) ? 'schools' : 'safety');
  if (asksOpinion.test(question)) return [answer(opinion[language](whom))];
  const asksVisit = visitWish.test(question) ? [answer(visit[language])] : [];
  if (listing === null) {
    if (askedFacts(question, { asked: true }).length > 0) return [answer(whichHome[language])];
    return asksVisit.length > 0 ? asksVisit : [answer(notOnFile(whom, language))];
  }
  const { told, lacking } = lookUpHome(question, listing, language);
  if (told.length === 0 && lacking.length === 0 && asksVisit.length > 0) return asksVisit;
  const home = facts.filter(({ id }) => id.startsWith('home.'));
  return [
    ...told.map(({ text }) => answer(text, standingOn(text, home))),
    ...(told.length > 0 ? [answer(sourceOf(listing, language), standingOn(sourceOf(listing, language), home))] : []),
    ...(told.length === 0 || lacking.length > 0 ? [answer(lacks(lacking, whom, language))] : []),
    ...asksVisit,
  ];
}

const answer = (text: string, facts: readonly Fact[] = []): Sentence => ({
  text,
  kind: 'answer',
  facts: facts.map(({ id }) => id),
});

/** The fact in whose words it is told, else all whose words it puts together. */
function standingOn(text: string, home: readonly Fact[]): Fact[] {
  const same = home.filter(({ words }) => words === text);
  return same.length > 0 ? same : home.slice(0, maxCited);
}

function lacks(lacking: readonly string[], whom: string, language: Language): string {
  if (lacking.length === 0) return notOnFile(whom, language);
  return language === 'es'
    ? `No tengo datos sobre ${joinWords(lacking, 'ni')}; se lo pregunto ${whom}.`
    : `I have nothing on file about ${joinWords(lacking, 'or')}; I’ll ask ${whom}.`;
}
