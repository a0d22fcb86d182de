import type { Given, RouteAnswer } from '../../../src/contract/rest/routes.ts';
import { sendRest } from '../rest/sendRest.ts';
import { readAnswer } from './callRest.ts';
import { type Refusal, refusalIn } from './refusal.ts';

type UnsignedCall =
  | `POST /invites/${'look' | 'accept'}`
  | `POST /password-links/${'look' | 'use'}`
  | 'GET /auth/options'
  | 'POST /auth/forgotten-password';

/** Asks the hub for somebody who is not signed in. */
export const askUnsigned = async <N extends UnsignedCall>(name: N, given: Given<N>): Promise<RouteAnswer<N>> =>
  readAnswer(await sendRest(name, given));

export type Problem = Pick<Refusal, 'code' | 'message'> & Partial<Pick<Refusal, 'field'>>;

/** The problem in words for a person; a lost network is no `Refusal`. */
export const problemOf = (error: unknown): Problem =>
  refusalIn(error) ?? { code: 'OFFLINE', message: 'Can’t reach the hub. Check your connection and try again.' };
