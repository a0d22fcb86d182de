import type { Fact } from '../../contract/readings.ts';
import { topicTexts } from '../bots/topicTexts.ts';
import type { Language } from '../reading/model.ts';

const topics = ['people', 'safety', 'schools', 'worship', 'vouchers'] as const;

const area: Readonly<Record<Language, string>> = {
  en: 'Which area suits you is yours to judge. Name one, or a price and bedrooms, and I’ll show you what’s for sale there.',
  es: 'Qué zona le conviene lo juzga usted. Dígame una, o un precio y recámaras, y le muestro lo que hay a la venta ahí.',
};

/** What is said in our own words to everybody alike, whoever asks: no model is given these to write anew. */
export function houseFacts(language: Language): Fact[] {
  const said = (id: string, words: string): Fact => ({
    id: `house.${id}`,
    words,
    source: 'house',
    audience: 'visitor',
  });
  return [
    ...topics.map((topic) => said(topic, topicTexts[topic][language][0] as string)),
    said('area', area[language]),
  ];
}
