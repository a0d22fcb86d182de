import { expect, it } from 'vitest';
import { changeLines } from '../../client/desk/settings/changeWords.ts';
import { settingsRefusal } from '../../client/desk/settings/settingsRefusal.ts';
import { findZones, zoneChoices } from '../../client/desk/settings/zoneChoices.ts';
import { freshSettings } from '../features/knowledge/aBrokerage.ts';

const mortgage = {
  ...{ yearlyRate: 0.065, years: 30, downShare: 0.1, yearlyTaxShare: 0.018, yearlyInsuranceCents: 240_000 },
  ...{ source: 'Our lender survey', asOf: '2026-11-02' },
};
const told = (before: object | null, after: object | null) =>
  changeLines(before as Record<string, unknown> | null, after as Record<string, unknown> | null).map(
    (line) => `${line.label}: ${line.before} → ${line.after}`,
  );

it('a change of the settings is told in words, each part that differs and no other', () => {
  expect(told({ mortgage }, { mortgage: { ...mortgage, downShare: 0.2 } })).toEqual([
    'Down payment for estimates: 10% → 20%',
  ]);
  const { hours } = freshSettings;
  const withBreak = { from: '09:00', until: '12:00', more: [{ from: '13:30', until: '18:00' }] };
  expect(told({ hours }, { hours: { ...hours, monday: withBreak, saturday: null } })).toEqual([
    'Monday: 9 AM–6 PM → 9 AM–12 PM, 1:30 PM–6 PM',
    'Saturday: 9 AM–6 PM → closed',
  ]);
  const eve = { date: '2026-12-24', name: 'Christmas Eve', everyYear: true };
  expect(told({ closedDays: [], holidays: 'us-federal' }, { closedDays: [eve], holidays: 'none' })).toEqual([
    'Closed days:  → Christmas Eve (Dec 24, 2026, every year)',
    'Closed on US federal holidays: yes → no',
  ]);
  expect(told({ mortgage: null }, { mortgage })).toHaveLength(7);
});

it('every setting has its words in the list of changes', () => {
  const all = { ...freshSettings, mortgage, review: { scoreOver: 90, valueOverCents: 100 } };
  const showings = { ...all.appointments, showingHours: all.hours };
  const lines = changeLines({}, { ...all, appointments: showings });
  for (const { label } of lines) expect(label).toMatch(/^[A-Z][A-Za-z:’, ]+$/);
});

it('a refused setting is explained by its field', () => {
  const words = (field: string) => settingsRefusal({ code: 'VALIDATION_FAILED', field });
  expect(words('change.brokerageServicesUrl')).toMatch(/^Enter a link that starts with https:/);
  expect(words('change.brokerage')).toMatch(/^Enter a name/);
  expect(words('change.mortgage.years')).not.toBe(words('change.mortgage.yearlyRate'));
  expect(settingsRefusal({ code: 'POLICY_BLOCKED', field: 'change.card.people.1.does.es' })).toMatch(
    /^The text about a person/,
  );
});

it('a time zone is found by its name or a city', () => {
  const found = (typed: string) => findZones(zoneChoices('America/Chicago'), typed).map(({ value }) => value);
  expect(found('Central')[0]).toBe('America/Chicago');
  expect(found('san antonio')).toEqual(['America/Chicago']);
  expect(found('austin')).toEqual(['America/Chicago']);
  expect(found('new_york')).toContain('America/New_York');
  expect(zoneChoices('US/Central').map(({ value }) => value)).toContain('US/Central');
});
