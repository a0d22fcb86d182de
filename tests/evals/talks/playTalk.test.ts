import { describe, expect, it } from 'vitest';
import { talk } from './model.ts';
import { playTalk } from './playTalk.ts';

const quiet = { acts: ['tells'], questions: [], slots: [], situation: 'none', language: 'en' };
const play = (page: 'ashby' | 'none', answers: Record<string, string>, ...lines: (string | true)[]) =>
  playTalk(
    talk.parse({
      id: 't',
      category: 'test',
      page,
      persona: 'somebody',
      answers,
      lines: lines.map((line) => (line === true ? { answer: true } : { text: line, reading: quiet })),
    }),
    'offline',
  );

describe('a played talk', () => {
  it('goes the way of production: it answers from the file of the home on the page, with its source', async () => {
    const { replies } = await play('ashby', {}, 'what are the property taxes?');
    expect(replies[0]?.words).toContain('$12,470');
    expect(replies[0]?.words).toContain('AI assistant at Barton Ridge Realty');
    expect(replies[0]?.acts).toEqual(expect.arrayContaining(['disclose', 'answer']));
  });

  it('has the words of cards and of times on offer, which the visitor reads too', async () => {
    const { replies } = await play(
      'none',
      {},
      'show me condos in East Austin under 400k',
      'can someone call me tomorrow?',
    );
    expect(replies[0]?.words).toMatch(/\[card: 1600 Cypress Yard.*\$369,000/);
    expect(replies[0]?.acts).toContain('show-homes');
  });

  it('answers each line before the next is said, and keeps what was told', async () => {
    const { replies } = await play('none', {}, 'I want to buy a house', 'my budget is $450,000');
    expect(replies.map(({ line }) => line)).toEqual(['I want to buy a house', 'my budget is $450,000']);
    expect(replies.every(({ words }) => words !== '')).toBe(true);
    expect(replies[0]?.slots.budget).toBeUndefined();
    expect(replies[1]?.slots.budget?.value).toMatchObject({ maxCents: 45_000_000 });
  });

  it('gives what it was asked for, once, and passes over what it was not asked for', async () => {
    const { replies } = await play('none', { intent: 'buy' }, 'hello', true, true);
    expect(replies.map(({ line, scripted }) => [line, scripted === null])).toEqual([
      ['hello', false],
      ['buy', true],
    ]);
  });

  it('says that nothing was said to a second thank-you after an opt-out', async () => {
    const { replies } = await play('none', {}, 'STOP', 'thanks', 'thanks');
    expect(replies[0]?.acts).toContain('opt-out');
    expect(replies[2]).toMatchObject({ words: '', acts: ['silent'] });
  });

  it('plays the same each time', async () => {
    const lines = ['how old is the roof', 'I want to see it on Saturday', 'no agent'] as const;
    const [one, other] = [await play('ashby', {}, ...lines), await play('ashby', {}, ...lines)];
    expect(one.replies.map(({ words }) => words)).toEqual(other.replies.map(({ words }) => words));
  });
});
