import { describe, expect, it } from 'vitest';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { brokerageCards } from '../../../src/features/knowledge/brokerageCards.ts';
import { findFacts } from '../../../src/features/knowledge/findCards.ts';
import { buildShelf } from '../../../src/features/knowledge/shelf.ts';
import { brokerageOwn, freshSettings, settings } from './aBrokerage.ts';

const words = (id: string, language: 'en' | 'es') => brokerageOwn.find((card) => card.id === id)?.words[language];

describe('the account that a brokerage gives of itself', () => {
  it('follows from its settings, in both languages and by the American clock', () => {
    expect(words('brokerage-hours', 'en')).toBe(
      'We’re open Monday to Friday, 9 AM to 6 PM and Saturday, 10 AM to 4 PM. Sundays are by appointment.',
    );
    expect(words('brokerage-hours', 'es')).toBe(
      'Abrimos de lunes a viernes, de 9 a. m. a 6 p. m. y sábado, de 10 a. m. a 4 p. m. Los domingos, con cita.',
    );
    expect(words('brokerage-people', 'en')).toBe(
      'On our team, Dana Whitfield lists homes south of the river and Maya Torres helps buyers and sellers.',
    );
    expect(words('brokerage-languages', 'es')).toBe(
      'Nuestro equipo habla inglés y español. Maya Torres habla español.',
    );
    expect(words('brokerage-areas', 'en')).toBe('We work in Austin, Round Rock, and Cedar Park.');
  });

  it('quotes what stands in one language only, for a translation would not be the brokerage’s', () => {
    expect(words('brokerage-fees', 'es')).toBe(
      'Nuestra oficina lo dice así, en inglés: "Talking with us costs nothing. Fees are negotiable and agreed in writing."',
    );
  });

  it('is nothing but the hours where nothing was filled in', () => {
    expect(brokerageCards(freshSettings, '2026-11-22').map(({ id }) => id)).toEqual(['brokerage-hours']);
    const closed = { ...freshSettings.hours };
    for (const day of Object.keys(closed) as (keyof typeof closed)[]) closed[day] = null;
    expect(brokerageCards({ ...freshSettings, hours: closed }, '2026-11-22')).toEqual([]);
  });

  it('knows its people by their first names', () => {
    const shelf = buildShelf(settings, brokerageOwn);
    expect(findFacts(shelf, 'who is Dana?', 'en', 'visitor').map(({ id }) => id)).toEqual(['card:brokerage-people']);
    const without = buildShelf(settings, []);
    expect(findFacts(without, 'where is your office', 'en', 'visitor')).toEqual([]);
  });

  it('may be said to visitors', () => {
    const cut = brokerageOwn.flatMap(({ id, words: said }) =>
      (['en', 'es'] as const)
        .filter((language) => reviewWords(said[language], { audience: 'public', language }).action !== 'pass')
        .map((language) => `${id} ${language}`),
    );
    expect(cut).toEqual([]);
  });
});
