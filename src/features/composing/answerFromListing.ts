import type { Fact } from '../../contract/readings.ts';
import { joinWords } from '../../kernel/joinWords.ts';
import { lookUpHome, restOf, summaryOf } from '../listings/tellHome.ts';
import type { ListingFacts } from '../packs/model.ts';
import { readTopic, type Topic } from '../reading/dialogue/readTopic.ts';
import { askedFacts } from '../reading/home/readAskedFacts.ts';
import { type Compared, readMost } from '../reading/home/readCompared.ts';
import { readHomeFeatures } from '../reading/home/readHomeFeatures.ts';
import type { Language } from '../reading/model.ts';
import { askWords, cannotAnswer, cannotAnswerRest } from './promise.ts';
import type { Sentence } from './sentences.ts';

/** The material for an answer from a home's file. */
export interface HomeQuestion {
  question: string;
  /** The home that is meant; several where they are compared, each told of in turn; none where it isn't clear which. */
  homes: readonly ListingFacts[];
  brokerage: string;
  language: Language;
  /** The person who has the conversation; null: the team. */
  askWhom: string | null;
  /** Other homes are in the talk: the answer says which it is of. */
  isOneOfSeveral?: boolean;
  /** All that a sentence may cite. */
  facts: readonly Fact[];
}

/** Questions about residents, schools and safety: answered with the same public sources for everybody. */
export const sensitiveTopic =
  /\b(safe|safety|crime|dangerous|schools?|school district|who lives|what kind of people|family.friendly|good (area|neighborhood)|bad (area|neighborhood)|diverse)\b/i;

/** Asks who the people of an area are: never described, to anybody. */
const whoLivesThere =
  /\b((white|black|asian|hispanic|latin[oax]|jewish|muslim|christian|catholic|hindu|arab|indian|mexican|chinese|korean|vietnamese|african|immigrant|foreign|gay|lesbian|single|old|young|elderly|normal|nice) (famil\w*|people|folks|persons?|neighbou?rs?|residents?|couples?|kids|communit\w*)|who lives|(what )?(kind|sort|type) of (people|neighbou?rs|families|crowd)|demographics?|racial|ethnic\w*|minorit\w+)\b/i;

export const visitWish =
  /\b(see it|see the (home|house|place)|tour|showing|(?<!\bfirst )visit|walk ?through|look at it in person|come by|stop by)\b/i;

const visit = {
  en: 'I can note a time for an agent to show it to you.',
  es: 'Puedo anotar una hora para que se la muestren.',
};
const opinion = {
  en: (whom: string) => `That’s for a licensed agent to say, so I’ll ask ${whom}.`,
  es: (whom: string) => `Eso le toca decirlo a un agente con licencia, así que se lo pregunto ${whom}.`,
};
/** As many as a sentence may cite. */
const maxCited = 40;
const whichHome = {
  en: 'I’m not sure which home you mean, but with its address I can look it up.',
  es: 'No sé bien a qué casa se refiere, pero con la dirección la busco.',
};

const asksGoodArea = /\bgood (?:area|neighbou?rhood)\b(?![^.?!]*\b(?:safe|safety|crime|dangerous|schools?|diverse)\b)/i;

/** Answered with the same words and the same public sources for everybody. */
const sensitive: ReadonlySet<Topic> = new Set(['safety', 'schools', 'worship', 'vouchers']);

const asksOpinion =
  /\b(worth it|good deal|fair price|over ?priced|should i (offer|buy|sell|wait)|what (should|would) (i|you) offer|investment|appreciate|legal|contract|mortgage rate|interest rate|monthly payment|vale la pena|buen precio|inversi[oó]n|hipoteca)\b/i;

/**
 * Answers a visitor from the home's file, each sentence with its facts. It says when a fact is not on file, and promises to ask.
 */
export function answerFromListing({
  question,
  homes,
  language,
  askWhom,
  facts,
  isOneOfSeveral,
}: HomeQuestion): Sentence[] {
  const [listing = null] = homes;
  const whom = askWords(askWhom, language);
  const topic = readTopic(question);
  const house = (id: string): Sentence[] =>
    facts.filter((fact) => fact.id === `house.${id}`).map((fact) => answer(fact.words, [fact]));
  if (topic === 'people' || whoLivesThere.test(question)) return house('people');
  if (topic !== null && sensitive.has(topic)) return house(topic);
  if (asksGoodArea.test(question)) return house('area');
  if (sensitiveTopic.test(question)) return house(/\bschool/i.test(question) ? 'schools' : 'safety');
  if (asksOpinion.test(question)) return [answer(opinion[language](whom))];
  if (homes.length > 1) return tellEach({ question, homes, language, facts }, whom);
  const asksVisit = visitWish.test(question) ? [answer(visit[language])] : [];
  if (listing === null) {
    if (askedFacts(question, { asked: true }).length > 0) return [answer(whichHome[language])];
    return asksVisit.length > 0 ? asksVisit : [answer(cannotAnswer(whom, language))];
  }
  const asksFact = askedFacts(question, { asked: true }).length > 0 || readHomeFeatures(question).length > 0;
  if (asksVisit.length > 0 && !asksFact) return asksVisit;
  const { told, lacking, house: forAll } = lookUpHome(question, listing, language);
  if (forAll !== undefined) return house(forAll);
  const home = facts.filter(({ id }) => id.startsWith('home.'));
  return [
    ...told.map(({ text }, at) =>
      answer(isOneOfSeveral && at === 0 ? `${listing.title}: ${text}` : text, standingOn(text, home)),
    ),
    ...(told.length === 0 || lacking.length > 0 ? [answer(lacks(lacking, whom, language))] : []),
    ...asksVisit,
  ];
}

/** The question as it is asked of one home: "which has more space" asks each for its size. */
const ofOne: Readonly<Record<Compared, string>> = { cheaper: 'price', bigger: 'square feet', smaller: 'square feet' };

/** The same of each home, under its title; of a question that names nothing the price, the rooms, and the size. */
function tellEach(
  { question, homes, language, facts }: Omit<HomeQuestion, 'brokerage' | 'askWhom'>,
  whom: string,
): Sentence[] {
  const by = readMost(question);
  const asked = by === null ? question : ofOne[by];
  const found = homes.map((home, at) => ({
    home,
    file: facts.filter(({ id }) => id.startsWith(at === 0 ? 'home.' : `other${at}.`)),
    ...lookUpHome(asked, home, language),
  }));
  const isNamed = found.some(({ told, lacking }) => told.length + lacking.length > 0);
  const lines = found.flatMap(({ home, file, told }) => {
    const words = (isNamed ? told : summaryOf(home, language)).map(({ text }) => text).join(' ');
    return words === '' ? [] : [answer(`${home.title}: ${words}`, standingOn(words, file))];
  });
  // A fact that one of them lacks is named with that home.
  const lacking = [...new Set(found.flatMap((one) => one.lacking))].map((called) => {
    const without = found.filter((one) => one.lacking.includes(called));
    const isAll = without.length === found.length || called === restOf(language);
    const titles = joinWords(
      without.map(({ home }) => home.title),
      language === 'es' ? 'y' : 'and',
    );
    return isAll ? called : `${called} ${language === 'es' ? 'de' : 'at'} ${titles}`;
  });
  return lacking.length === 0 ? lines : [...lines, answer(lacks(lacking, whom, language))];
}

const answer = (text: string, facts: readonly Fact[] = []): Sentence => ({
  text,
  facts: facts.map(({ id }) => id),
});

/** The facts that a sentence cites: the one that it is or quotes, else all whose words it puts together. */
function standingOn(text: string, home: readonly Fact[]): Fact[] {
  const quoted = text.replace(/^[^:]+: "?/, '').replace(/"?\.$/, '');
  const same = home.filter(({ words }) => words === text || (quoted !== text && words.includes(quoted)));
  return same.length > 0 ? same : home.slice(0, maxCited);
}

function lacks(lacking: readonly string[], whom: string, language: Language): string {
  if (lacking.length === 0) return cannotAnswer(whom, language);
  // The file may well hold it, in words that no rule finds.
  if (lacking.every((called) => called === restOf(language))) return cannotAnswerRest(whom, language);
  return language === 'es'
    ? `No tengo datos sobre ${joinWords(lacking, 'ni')}, así que se lo pregunto ${whom}.`
    : `I have nothing on file about ${joinWords(lacking, 'or')}, so I’ll ask ${whom}.`;
}
