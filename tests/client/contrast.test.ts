import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrastOf, leastContrast } from '../../src/contract/rest/contrast.ts';

/** The contrast that a control's edge or a mark needs (WCAG 2.2, 1.4.11). */
const leastOfControls = 3;
const client = resolve(import.meta.dirname, '../../client');

/** The colors that a style sheet names, of the block that begins with `opening`. */
function coloursIn(file: string, opening: string): (name: string) => string {
  const text = readFileSync(resolve(client, file), 'utf8');
  const from = text.indexOf(opening);
  expect(from).toBeGreaterThan(-1);
  const block = text.slice(from, text.indexOf('}', from));
  const colours = new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
  return (name) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`${file} has no colour ${name} after ${opening}`);
    return colour;
  };
}

const staffLooks = [
  ['light', ':root {'],
  ['dark', ':root[data-mantine-color-scheme="dark"] {'],
] as const;
describe.each(staffLooks)('the pages of the staff, %s', (_, opening) => {
  const colour = coloursIn('shared/components/base.css', opening);
  const tooLittle = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs.flatMap(([on, ground]) => {
      const contrast = contrastOf(colour(on), colour(ground));
      return contrast >= least ? [] : [`${on} on ${ground}: ${contrast.toFixed(2)}`];
    });
  const grounds = ['ground', 'surface', 'raised'] as const;

  it('has words that can be read on every ground they stand on', () => {
    const plain = (['text', 'text-2', 'accent', 'warn', 'danger'] as const).flatMap((on) =>
      grounds.map((ground) => [on, ground] as const),
    );
    const tinted = [
      ['text', 'accent-soft'],
      ['accent', 'accent-soft'],
      ['on-accent', 'accent'],
      ['text', 'team'],
      ['team-text', 'team'],
      ['text', 'warn-soft'],
      ['warn', 'warn-soft'],
      ['text', 'danger-soft'],
      ['danger', 'danger-soft'],
      ['text', 'whisper-soft'],
      ['whisper', 'whisper-soft'],
      ['whisper', 'surface'],
      ['text', 'mark'],
    ] as const;
    expect(tooLittle([...plain, ...tinted], leastContrast)).toEqual([]);
  });

  it('has fields whose edge is seen', () => {
    expect(
      tooLittle(
        grounds.map((ground) => ['field', ground] as const),
        leastOfControls,
      ),
    ).toEqual([]);
  });

  it('has a focus that is seen on every ground', () => {
    const all = [...grounds, 'accent-soft', 'team', 'warn-soft', 'danger-soft', 'whisper-soft'] as const;
    expect(
      tooLittle(
        all.map((ground) => ['accent', ground] as const),
        leastOfControls,
      ),
    ).toEqual([]);
  });
});

describe.each([
  ['light', ':host {'],
  ['dark', '@media (prefers-color-scheme: dark)'],
] as const)('the widget, %s', (_, opening) => {
  const colour = coloursIn('widget/launcher.css', opening);

  it('has words that can be read, and a field whose edge is seen', () => {
    const words = [
      ['text', 'ground'],
      ['text', 'soft'],
      ['quiet', 'ground'],
      ['quiet', 'soft'],
      ['amber', 'amber-ground'],
      ['red', 'ground'],
      ['accent', 'ground'],
    ] as const;
    for (const [on, ground] of words)
      expect([on, ground, contrastOf(colour(on), colour(ground)) >= leastContrast]).toEqual([on, ground, true]);
    expect(contrastOf(colour('field'), colour('ground'))).toBeGreaterThanOrEqual(leastOfControls);
  });
});
