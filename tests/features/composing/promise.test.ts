import { expect, test } from 'vitest';
import { cannotAnswer, promisesToAsk } from '../../../src/features/composing/promise.ts';

test.each([
  cannotAnswer('the team', 'en'),
  cannotAnswer('al equipo', 'es'),
  "I have nothing on file about pets, so I'll ask Maya Torres.",
  'I will check with the agent.',
  'I’ve noted your question.',
  'Le preguntaré al equipo.',
  'Le he anotado la pregunta.',
])('“%s” is a promise', (text) => expect(promisesToAsk(text)).toBe(true));

test.each([
  "There's no HOA, so no HOA fee.",
  "Thank you, I've passed Saturday morning to the team as the time you'd like.",
  'The team still has your request for a person.',
  '500k, entendido.',
  'Ask me anything about the home.',
])('“%s” is none', (text) => expect(promisesToAsk(text)).toBe(false));
