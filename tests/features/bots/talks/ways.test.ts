import { describe, expect, it } from 'vitest';
import { machineOf } from '../../../../src/features/bots/flows/machines.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import { leaveOut } from '../../../../src/features/listings/leaveOut.ts';
import { lookUpHome } from '../../../../src/features/listings/tellHome.ts';
import type { Pack } from '../../../../src/features/packs/model.ts';
import { home } from '../../../support/talk.ts';
import { conversation, pack, textOf } from '../play.ts';

const asked = (given: Partial<Pack>, ...texts: string[]) => {
  const chat = conversation(undefined, { ...pack, ...given });
  const replies = texts.map((text) => textOf(chat.visitor(text)));
  return { chat, replies };
};

describe('the ways that a brokerage chose for Jorge', () => {
  it('asks what it wants to know, in its order, and nothing that it left out', () => {
    const asks = { buyer: ['timeline', 'area', 'budget'] };
    const { chat } = asked({ asks }, 'I want to buy a house');
    expect(chat.state.asked?.question).toBe('timeline');
    chat.visitor('in about 3 months');
    expect(chat.state.asked?.question).toBe('area');
    chat.visitor('Hyde Park');
    expect(chat.state.asked?.question).toBe('budget');
    chat.visitor('up to 500k');
    expect(['preApproval', 'beds']).not.toContain(chat.state.asked?.question);
    expect(asked({}, 'I want to buy a house').chat.state.asked?.question).toBe('budget');
  });

  it('a question that is not asked keeps nobody from being hot or qualified, and stands nowhere as missing', () => {
    const answers = ['I want to buy a house', 'up to 500k', 'within 30 days', '3 bedrooms', 'Hyde Park'];
    const asks = { buyer: ['budget', 'timeline', 'beds', 'area'] };
    const { chat } = asked({ asks }, ...answers);
    const effects = chat.results.flatMap((result) => result.effects);
    const tags = effects.flatMap((effect) => (effect.kind === 'tag' ? effect.add : []));
    expect(tags).toEqual(expect.arrayContaining(['Hot-Buyer', 'Buyer-Qualified']));
    const known = effects.flatMap((effect) => (effect.kind === 'qualification' ? [effect.data] : [])).at(-1);
    expect(known).toMatchObject({ missing: [], answered: 4, total: 4, slots: { preApproval: { state: 'unknown' } } });
    const sells = machineOf('seller').lacksForHot(firstState(), { seller: ['motivation', 'timeline', 'price'] });
    expect(sells).toEqual(['motivation', 'price', 'a sale within 60 days']);
    // Told unasked, it counts.
    expect(asked({ asks }, ...answers, 'not pre-approved yet').chat.state.temperature).not.toBe('hot');
    expect(asked({}, ...answers).chat.state.temperature).not.toBe('hot');
  });

  it('a brief Jorge asks on without repeating what he heard, but still confirms a number', () => {
    const talk = [
      'I want to buy a house',
      'up to 500k',
      'not pre-approved yet',
      '3 bedrooms',
      'my number is 512-555-0143',
    ];
    const [, warm = ''] = asked({}, ...talk).replies;
    const [, ...brief] = asked({ tone: 'brief' }, ...talk).replies;
    expect(warm).toMatch(/500,000/);
    expect(brief[0]).not.toMatch(/500,000/);
    expect(brief.every((reply) => reply.trim() !== '')).toBe(true);
    expect(brief.at(-1)).toMatch(/number/);
  });

  it('Jorge tells nothing of a home that is left to the team, neither from its fields nor from its words', () => {
    const file = {
      ...home,
      taxCentsPerYear: 900_000,
      features: ['Low taxes', 'Fenced yard'],
      description: 'A bright home. Property taxes were lowered in 2025. Close to the lake.',
    };
    const left = leaveOut(file, ['taxes']);
    expect(JSON.stringify(left)).not.toMatch(/tax/i);
    expect([left.description, left.features, left.priceCents]).toEqual([
      ...['A bright home. Close to the lake.', ['Fenced yard'], file.priceCents],
    ]);
    expect(lookUpHome('what are the property taxes?', file, 'en').lacking).toEqual([]);
    expect(lookUpHome('what are the property taxes?', left, 'en').lacking).not.toEqual([]);
    expect(leaveOut(file, [])).toBe(file);
  });
});
