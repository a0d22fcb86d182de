import type { ListingFacts } from '../../../src/features/packs/model.ts';

export type HomeFigures = ReadonlySet<number>;

const spelled: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
    ['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'],
  ].flatMap((words) => words.map((word, at): [string, number] => [word, at + 1])),
);
const numeral = /\d+(?:[.,]\d+)*/g;
const rooms = {
  beds: 'bed(?:room)?s?|dormitorios?|recámaras?|habitaci(?:ón|ones)|cuartos?',
  baths: '(?:full )?bath(?:room)?s?|baños?',
} as const;
const things =
  'rooms?|floors?|stor(?:y|ies)|levels?|cars?|garages?|spaces?|closets?|fireplaces?|windows?|doors?|pools?|porch(?:es)?|patios?|decks?|units?|acres?|steps?|stairs?|sides?|walls?|blocks?|minutes?|miles?|years?|trees?|features?|pisos?|plantas?|nivel(?:es)?|autos?|coches?|carros?|garajes?|espacios?|plazas?|clósets?|armarios?|chimeneas?|ventanas?|puertas?|piscinas?|porches?|terrazas?|unidad(?:es)?|acres?|escalones|lados?|paredes|cuadras?|minutos?|millas?|años?|árboles';
const number = `\\d+(?:[.,]\\d+)*|${Object.keys(spelled).join('|')}`;
const counted = (what: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d$.,])(${number})[\\s-]+((?:[\\p{L}]+[\\s-]+){0,1}?(?:${what}))(?!\\p{L})`, 'giu');
const patterns = { beds: counted(rooms.beds), baths: counted(rooms.baths), things: counted(things) };

const readFigure = (figure: string): number =>
  spelled[figure.toLowerCase()] ??
  Number(/^\d{1,3}(?:[.,]\d{3})+$/.test(figure) ? figure.replace(/[.,]/g, '') : figure.replace(',', '.'));

/** Every figure that a home's file holds, and what follows from price, area, taxes, HOA fee, and lot. */
export function figuresOf(home: ListingFacts, words: string): HomeFigures {
  const figures = new Set<number>();
  for (const [figure] of words.matchAll(numeral))
    for (const part of [figure, ...figure.split(/[.,]/)]) figures.add(readFigure(part));
  for (const [word, value] of Object.entries(spelled))
    if (new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(words)) figures.add(value);
  for (const value of Object.values(home)) if (typeof value === 'number') figures.add(value);
  for (const cents of [home.priceCents, home.hoaCentsPerMonth, home.taxCentsPerYear])
    if (cents !== undefined) for (const value of [cents / 100, Math.round(cents / 100)]) figures.add(value);
  const { priceCents, areaSqft } = home;
  figures.add(Math.round(priceCents / 100 / areaSqft));
  const [taxes, fees] = [(home.taxCentsPerYear ?? 0) / 100, ((home.hoaCentsPerMonth ?? 0) / 100) * 12];
  for (const yearly of [taxes, fees, taxes + fees])
    for (const sum of [yearly, yearly / 12]) figures.add(Math.round(sum));
  figures.add(Math.round((taxes / (priceCents / 100)) * 1_000) / 10);
  figures.add(Math.round(((home.lotSqft ?? 0) / 43_560) * 100) / 100);
  for (const one of [1, 10]) figures.add(Math.round(((home.lotSqft ?? 0) / areaSqft) * one) / one);
  for (const step of [10, 50, 100]) figures.add(Math.round(areaSqft / step) * step);
  for (const step of [1_000, 5_000, 10_000]) figures.add(Math.round(priceCents / 100 / step) * step);
  return figures;
}

/** The figures of a text that don't stand in the file; a count of bedrooms or bathrooms has to be the home's own. */
export function figureFaults(text: string, home: ListingFacts, figures: HomeFigures, fileWords: string): string[] {
  const faults: string[] = [];
  for (const [figure] of text.matchAll(numeral)) if (!figures.has(readFigure(figure))) faults.push(figure);
  const file = fileWords.toLowerCase();
  const stands = (words: string): boolean => file.includes(words.toLowerCase());
  for (const field of ['beds', 'baths'] as const)
    for (const [all, figure = ''] of text.matchAll(patterns[field]))
      if (readFigure(figure) !== home[field] && !stands(all)) faults.push(all);
  for (const [all, figure = ''] of text.matchAll(patterns.things))
    if (spelled[figure.toLowerCase()] !== undefined && !figures.has(readFigure(figure))) faults.push(all);
  return faults;
}
