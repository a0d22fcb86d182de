import { intervalsOf } from '../../contract/rest/intervalsOf.ts';
import type { BrokerageSettings, Hours, InBothLanguages } from '../../contract/rest/settings.ts';
import { type SpokenLanguage, type Weekday, weekdays } from '../../contract/rest/settingsLimits.ts';
import { clockLabel } from '../../kernel/clockLabel.ts';
import { joinWords } from '../../kernel/joinWords.ts';
import { calendarNames } from '../../kernel/timeLabel.ts';
import type { Language } from '../reading/model.ts';
import { type BrokerageAsk, brokerageAsks } from './brokerageAsks.ts';
import { type Card, inOtherWords } from './model.ts';

type Told = Pick<BrokerageSettings, 'brokerage' | 'timeZone' | 'hours' | 'card'>;

/** The cards by which a brokerage describes itself. An empty field gives none. `asOf`: when its settings were last changed. */
export function brokerageCards({ brokerage, timeZone, hours, card }: Told, asOf: string): Card[] {
  const { office, people, areas, fees, represents, languages, hoursToo } = card;
  const source = { name: brokerage, where: 'its settings' };
  const told = (id: BrokerageAsk, words: InBothLanguages | null): Card[] =>
    words === null || words.en === ''
      ? []
      : [
          {
            id: `brokerage-${id}`,
            about: 'brokerage',
            asks: brokerageAsks(id, card),
            words,
            source,
            asOf,
            audience: 'visitor',
          },
        ];
  return [
    ...told('hours', hoursWords(hours, timeZone, hoursToo)),
    ...told(
      'office',
      office === '' ? null : { en: `Our office is at ${office}.`, es: `La oficina está en ${office}.` },
    ),
    ...told('people', people.length === 0 ? null : bothOf((language) => peopleWords(people, language))),
    ...told('areas', areas.length === 0 ? null : bothOf((language) => areaWords(areas, language))),
    ...told('fees', ownWords(fees)),
    ...told('represents', ownWords(represents)),
    ...told('languages', languages.length === 0 ? null : bothOf((language) => languageWords(card, language))),
  ];
}

const bothOf = (words: (language: Language) => string): InBothLanguages => ({ en: words('en'), es: words('es') });
const and = { en: 'and', es: 'y' } as const;

/** Words in one language only are quoted in the other: a translation would be ours, not theirs. */
const ownWords = ({ en, es }: InBothLanguages): InBothLanguages => ({
  en: en || (es && inOtherWords.en(es)),
  es: es || (en && inOtherWords.es(en)),
});

/** "We’re open Monday to Friday, 9 AM to 6 PM and Saturday, 10 AM to 4 PM." */
function hoursWords(hours: Hours, timeZone: string, too: InBothLanguages): InBothLanguages | null {
  const spans: { from: Weekday; until: Weekday; open: ReturnType<typeof intervalsOf> }[] = [];
  for (const [at, day] of weekdays.entries()) {
    const open = intervalsOf(hours[day]);
    const last = spans.at(-1);
    const follows = last !== undefined && last.until === weekdays[at - 1];
    if (open.length === 0) continue;
    if (follows && JSON.stringify(last.open) === JSON.stringify(open)) last.until = day;
    else spans.push({ from: day, until: day, open });
  }
  if (spans.length === 0) return null;
  const more = ownWords(too);
  return bothOf((language) => {
    const parts = spans.map(({ from, until, open }) => {
      const days =
        from === until ? dayName(from, language) : span(dayName(from, language), dayName(until, language), language);
      const times = open.map((one) =>
        span(clock(one.from, timeZone, language), clock(one.until, timeZone, language), language),
      );
      return `${days}, ${joinWords(times, and[language])}`;
    });
    const said =
      language === 'en'
        ? `We’re open ${joinWords(parts, 'and')}.`
        : `Abrimos ${joinWords(parts, 'y')}.`.replace('..', '.');
    return more[language] === '' ? said : `${said} ${more[language]}`;
  });
}

const dayName = (day: Weekday, language: Language): string =>
  calendarNames[language].days[weekdays.indexOf(day)] ?? day;
const span = (from: string, until: string, language: Language): string =>
  language === 'en' ? `${from} to ${until}` : `de ${from} a ${until}`;
/** A full hour of an American clock is said without its minutes: "6 PM". */
function clock(time: string, timeZone: string, language: Language): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return clockLabel({ hour, minute }, timeZone, language).replace(':00 ', ' ');
}

function peopleWords(people: BrokerageSettings['card']['people'], language: Language): string {
  const lines = people.map(({ name, does }) => (does[language] === '' ? name : `${name} ${does[language]}`));
  const some = lines.slice(0, 6);
  const opening = { en: 'On our team,', es: 'En nuestro equipo,' }[language];
  const rest = { en: 'There are more of us, too.', es: 'Y hay más personas en el equipo.' }[language];
  const said = people.every(({ does }) => does[language] === '')
    ? { en: `You’d work with ${joinWords(some, 'or')}.`, es: `Le atendería ${joinWords(some, 'o')}.` }[language]
    : `${opening} ${joinWords(some, and[language])}.`;
  return lines.length > some.length ? `${said} ${rest}` : said;
}

const areaWords = (areas: readonly string[], language: Language): string =>
  language === 'en' ? `We work in ${joinWords(areas, 'and')}.` : `Trabajamos en ${joinWords(areas, 'y')}.`;

function languageWords({ languages, people }: BrokerageSettings['card'], language: Language): string {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const called = (code: SpokenLanguage): string => names.of(code) ?? code;
  const all = joinWords(languages.map(called), and[language]);
  const others = languages.filter((code) => code !== 'en');
  const who = others.flatMap((code) => {
    const speakers = people.filter((person) => person.languages.includes(code)).map(({ name }) => name);
    if (speakers.length === 0) return [];
    const speak = speakers.length === 1 ? { en: 'speaks', es: 'habla' } : { en: 'speak', es: 'hablan' };
    return [`${joinWords(speakers, and[language])} ${speak[language]} ${called(code)}.`];
  });
  return [language === 'en' ? `Our team speaks ${all}.` : `Nuestro equipo habla ${all}.`, ...who].join(' ');
}
