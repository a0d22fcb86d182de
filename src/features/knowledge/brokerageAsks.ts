import type { BrokerageCard } from '../../contract/rest/settings.ts';
import asks from './brokerageAsks.json' with { type: 'json' };
import type { Card } from './model.ts';

/** "Who is Dana?", "is Dana the agent?". */
const askedByName = ({ people }: BrokerageCard): string[] =>
  people.flatMap(({ name }) => {
    const [first = name] = name.split(' ');
    return [`who is ${first}`, `who is ${name}`, `is ${first} one of your agents`];
  });

export type BrokerageAsk = keyof typeof asks;

/** Questions that people type about a brokerage. */
export const brokerageAsks = (kind: BrokerageAsk, card: BrokerageCard): Card['asks'] =>
  kind === 'people' ? { ...asks.people, en: [...asks.people.en, ...askedByName(card)] } : asks[kind];
