import type { TagColour, TagCondition } from '../../../src/contract/rest/tags.ts';
import { shortMoney } from './money.ts';
import { botLabels, languageLabel, temperatureLabels } from './names.ts';

export const tagColourLabels: Record<TagColour, string> = {
  grey: 'Gray',
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  teal: 'Teal',
  blue: 'Blue',
  purple: 'Purple',
  pink: 'Pink',
};

export const tagFactLabels: Record<TagCondition['fact'], string> = {
  language: 'The visitor speaks',
  bot: 'Jorge acts as the',
  temperature: 'The lead is',
  area: 'The area name contains',
  home: 'The home’s name contains',
  'price-over': 'The price is over',
};

/** "The visitor speaks Spanish". */
export const tagConditionWords = (when: TagCondition): string => `${tagFactLabels[when.fact]} ${valueWords(when)}`;

function valueWords(when: TagCondition): string {
  switch (when.fact) {
    case 'language':
      return languageLabel(when.is);
    case 'bot':
      return botLabels[when.is].toLowerCase();
    case 'temperature':
      return temperatureLabels[when.is].toLowerCase();
    case 'price-over':
      return shortMoney(when.cents);
    default:
      return `“${when.has}”`;
  }
}
