import { describe, expect, test } from 'vitest';
import { readWantedPlaces } from '../../../src/features/reading/place/readWantedPlaces.ts';
import { placeOf } from '../../../src/features/reading/place/usPlaces.ts';

const cities = ['Austin', 'Round Rock', 'Kyle'];
const placesIn = (text: string, asked = false): string[] =>
  readWantedPlaces(text, { cities, asked }).map(({ start, end }) => text.slice(start, end));

describe('the place where somebody wants a home', () => {
  test.each([
    ['I want to buy a house in Dallas', ['Dallas']],
    ['looking for a home near Marfa, TX', ['Marfa, TX']],
    ['we want to sell our condo in San Antonio, Texas', ['San Antonio, Texas']],
    ['looking for a place in zip code 75201', ['75201']],
    ['I want to sell 1200 Main Street, Houston, TX 77002', ['Houston, TX']],
    ['I want to sell 1200 Main Street, 77002', ['77002']],
    ['do you have anything in Florida?', ['Florida']],
    ['moving to Denver, need a house there', ['Denver']],
    ['looking in Dallas or Austin', ['Dallas', 'Austin']],
    ['busco casa en Houston', ['Houston']],
    ['any Dallas homes for sale?', ['Dallas']],
  ])('%s', (text, places) => {
    expect(placesIn(text)).toEqual(places);
  });

  test.each([
    'I live in Dallas and want to buy a house',
    "we're moving from California",
    'I work in Houston, looking for a house',
    'I got a job in Dallas so I need a house',
    'relocating from Denver to a house here',
    'I want to sell my house on Dallas Street',
    'we sold our house in Chicago',
    'we want a house, but not in Dallas',
    'my budget is around 75000, I need a home',
    'want a house within 2 hours of Houston',
    'Kyle wants to buy a house',
    'I need a home with 75201 sqft of land',
    'Sure, OK',
    'how is the weather in Dallas?',
  ])('none in: %s', (text) => {
    expect(placesIn(text)).toEqual([]);
  });

  test('an answer to where may be the name alone', () => {
    expect(placesIn('Dallas', true)).toEqual(['Dallas']);
    expect(placesIn('maybe Kyle', true)).toEqual(['Kyle']);
    expect(placesIn('78704', true)).toEqual(['78704']);
    expect(placesIn('Sure, OK', true)).toEqual([]);
    expect(placesIn('I live in Dallas', true)).toEqual([]);
  });

  test('a name stands for a city, a ZIP code or a state', () => {
    expect(placeOf('Austin, tx')).toEqual({ kind: 'city', name: 'Austin', state: 'TX' });
    expect(placeOf('Dallas')).toEqual({ kind: 'city', name: 'Dallas', state: 'TX' });
    expect(placeOf('Salt Lake City')).toMatchObject({ kind: 'city', name: 'Salt Lake City', state: 'UT' });
    expect(placeOf('78704')).toEqual({ kind: 'zip', name: '78704', state: 'TX' });
    expect(placeOf('new mexico')).toMatchObject({ kind: 'state', state: 'NM' });
    expect(placeOf('TX')).toMatchObject({ kind: 'state', state: 'TX' });
    expect(placeOf('Hyde Park')).toEqual({ kind: 'city', name: 'Hyde Park', state: null });
  });
});
