import { expect, test } from 'vitest';
import { dangerWords } from '../../../../src/features/bots/say/careTexts.ts';
import type { BotState } from '../../../../src/features/bots/state/protocol.ts';
import { alertsOf } from '../expectations.ts';
import { conversation, textOf } from '../play.ts';

const spoken = (text: string): boolean => /\b(?:988|911)\b/.test(text);

test('danger is met with the fixed words, and again only where it is stated again', () => {
  const chat = conversation();
  const first = chat.visitor('me voy a suicidar');
  expect(textOf(first)).toMatch(/988/);
  expect(alertsOf(first)).toContain('danger');
  for (const line of [
    "I'm ok",
    'call me at 512 555 0134',
    'Ruth',
    'how much is this house?',
    'thank you for being kind',
  ])
    expect(spoken(textOf(chat.visitor(line))), line).toBe(false);
  expect(spoken(textOf(chat.visitor('i want to kill myself')))).toBe(true);
});

test('an intruder with a gun is a matter for 911 at once', () => {
  const said = textOf(conversation().visitor('theres someone in the house with a gun'));
  expect(dangerWords.emergency.en.some((words) => said.includes(words))).toBe(true);
});

test('a mere hint at danger is for the team to check, and raises no alarm', () => {
  const understood = conversation().visitor("doesn't matter, i won't be here by christmas. i've decided");
  expect(alertsOf(understood)).toContain('danger-check');
  expect(alertsOf(understood)).not.toContain('danger');
});

test('where a hint at danger is all there is to answer, the numbers that help are said once, and never beside a question on a home', () => {
  const chat = conversation();
  expect(textOf(chat.visitor("doesn't matter, i won't be here by christmas. i've decided"))).toMatch(/911.*988/);
  expect(textOf(chat.visitor("doesn't matter, i won't be here by christmas. i've decided"))).not.toMatch(/988/);
  const ofHome = conversation().visitor("doesn't matter, i won't be here by christmas. how many beds does it have?");
  expect(textOf(ofHome)).not.toMatch(/988/);
});

test('a score alone is for the team to check, and says no number to anybody', () => {
  const first = conversation().visitor(
    'Good morning. I am thinking of selling my home and do not know where to begin.',
  );
  expect(textOf(first)).not.toMatch(/911|988/);
  expect(textOf(first)).toMatch(/sale/);
});

test('"I\'m afraid" and "I\'m broke" are manners of speaking, and no trouble', () => {
  for (const said of ["The kitchen is original I'm afraid", 'nah im broke just bored. later'])
    expect(textOf(conversation().visitor('hi', said)), said).not.toMatch(/stressful|HUD/);
});

test('a home that is to be signed over is warned of, whoever asks for it', () => {
  const warned = (said: string) => /don't sign or pay/.test(textOf(conversation().visitor(said)));
  expect(warned('i pay him 2500 and sign the deed over to him tonight, then rent it back')).toBe(true);
  expect(warned('whose name is on the deed, and what do i sign at closing?')).toBe(false);
  expect(warned('can we sign the deed over the weekend?')).toBe(false);
});

const warnings = ({ said }: BotState): number => (said.stopSigning ?? 0) + (said.stopPayment ?? 0);

test('after a warning, pressure from the other side is met with the warning again', () => {
  for (const [first, then] of [
    ['im 4 months behind and some guy can stop it if i sign the deed over to him', 'he says if i wait i get nothing'],
    [
      'im 4 months behind and some guy can stop it if i sign the deed over to him',
      'He is coming back at 4 with a notary',
    ],
    ['a lady called and said the account number changed', 'She said if it isnt in by 3 we lose the apartment'],
  ] as const) {
    const chat = conversation();
    chat.visitor(first);
    const warned = warnings(chat.state);
    expect(warned, first).toBe(1);
    chat.visitor(then);
    expect(warnings(chat.state), then).toBe(2);
  }
});

test('money that may go to a stranger is stopped before anything else, and no form follows', () => {
  const chat = conversation();
  const first = chat.visitor('he wants the deposit on zelle and then mails me the keys');
  expect(textOf(first)).toMatch(/don't send any money/);
  expect(alertsOf(first)).toContain('danger-check');
  const more = textOf(chat.visitor('I ALREADY SENT 20K THIS MORNING'));
  expect(more).toMatch(/bank/);
  expect(more).not.toMatch(/offer|\?/);
  expect(textOf(conversation().visitor('me mandaron datos para la transferencia del cierre, es urgente'))).toMatch(
    /llame ya a su banco/,
  );
});

test('a payment that is warned of hides no request for deletion', () => {
  const { effects } = conversation().visitor('i sent him 500 on zelle. please delete all my data');
  expect(effects.map(({ kind }) => kind)).toContain('deletion-request');
});

test('a new account number for a closing is warned of', () => {
  const said = textOf(conversation().visitor('a lady called and said the account number changed for the closing'));
  expect(said).toMatch(/don't send any money/);
});

test('the wiring of a house is no payment', () => {
  expect(alertsOf(conversation().visitor('is the wiring old? theres a wire fence in the photo'))).not.toContain(
    'danger-check',
  );
});

test('after words of danger nothing that is not plain is guessed at', () => {
  const chat = conversation();
  chat.visitor('I want to kill myself');
  const said = textOf(chat.visitor('im not gonna do anything. just tired'));
  expect(said).toMatch(/team/);
  expect(said).not.toMatch(/on file|\?/);
});
