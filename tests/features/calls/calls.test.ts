import { describe, expect, it } from 'vitest';
import { consentRuleOf, mayKeepWords } from '../../../src/features/calls/rules.ts';
import { refusesRecording } from '../../../src/features/reading/optOut/readNoRecording.ts';

/* Costs nothing to speak of. */

describe('whose consent a call needs', () => {
  it('is one’s own where the law of both ends says so, and everybody’s in every other case', () => {
    expect(consentRuleOf('TX', '+15125550100')).toBe('one-party');
    expect(consentRuleOf('TX', '+12125550100')).toBe('one-party');
    for (const number of ['+14155550100', '+13055550100', '+18005550100', '+442079460000', null])
      expect(consentRuleOf('TX', number), String(number)).toBe('all-party');
    expect(consentRuleOf('CA', '+15125550100')).toBe('all-party');
    expect(consentRuleOf(null, '+15125550100')).toBe('all-party');
  });

  it('is not there before it was given, and a no of either end outweighs every yes', () => {
    const may = (rule: 'one-party' | 'all-party', lead: string | null, agent: string | null) =>
      mayKeepWords({ rule, consent: { lead, agent } as never });
    expect(may('all-party', null, 'given')).toBe(false);
    expect(may('all-party', 'asked', 'given')).toBe(false);
    expect(may('all-party', 'given', null)).toBe(true);
    expect(may('one-party', null, null)).toBe(false);
    expect(may('one-party', null, 'given')).toBe(true);
    for (const no of ['refused', 'withdrawn']) {
      expect(may('one-party', no, 'given')).toBe(false);
      expect(may('all-party', 'given', no)).toBe(false);
    }
  });
});

describe('somebody who does not want to be recorded', () => {
  it.each([
    'Please don’t record this.',
    'Do not record me',
    'Hey, stop recording.',
    'Can you turn off the recording?',
    'turn that recording off please',
    'I don’t want to be recorded.',
    "I'd rather not be recorded",
    "I'm not comfortable with this being recorded",
    'No recording, please.',
    'Can we do this without recording?',
    'This is off the record.',
    'Can we keep this off the record?',
    'Off the record.',
    'Off the record, please.',
    'Off the record, don’t record this.',
    'Off the record, I don’t want this recorded.',
    'Please stop transcribing this call.',
    'I did not agree to be taped',
    'No me grabe, por favor.',
    'No grabes esto',
    'No quiero que me graben.',
    'Deje de grabar.',
    'Apague la grabación.',
    'Prefiero hablar sin que me graben',
    'no autorizo que se grabe la llamada',
  ])('is heard: %s', (text) => {
    expect(refusesRecording(text)).toBe(true);
  });

  it.each([
    'Sure, you can record this.',
    'They record the deed at the county.',
    'Don’t record the deed before Friday.',
    'The county has no record of the permit.',
    'We have a track record of closing on time.',
    'The market is at record highs.',
    'I don’t want the house with the red tape.',
    'We stopped looking last year.',
    'I need to tape a note to the door.',
    'Sí, puede grabar.',
    'No, grabar está bien.',
    'Turn left at the light.',
    'Okay, so, like, off the record, what would they really take?',
    'I work for them, so there is no off the record.',
  ])('is not heard in: %s', (text) => {
    expect(refusesRecording(text)).toBe(false);
  });
});
