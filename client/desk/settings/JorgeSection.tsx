import { MultiSelect, NumberInput, Switch, TagsInput, TextInput } from '@mantine/core';
import type { BrokerageSettings } from '../../../src/contract/rest/settings.ts';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { kindLabels } from '../homes/kindLabels.ts';
import { JorgeTalk } from './JorgeTalk.tsx';
import { Section, SettingsForm } from './parts.tsx';
import { useBrokerage } from './useBrokerage.ts';

type Review = NonNullable<BrokerageSettings['review']>;
type Mortgage = NonNullable<BrokerageSettings['mortgage']>;

const firstReview: Review = { scoreOver: 90, valueOverCents: 120_000_000 };
const today = (): string => new Date().toISOString().slice(0, 10);
/** Empty figures: only the brokerage knows its own. */
const firstMortgage = (): Mortgage => ({
  yearlyRate: 0,
  years: 30,
  downShare: 0.2,
  yearlyTaxShare: 0,
  yearlyInsuranceCents: 0,
  source: '',
  asOf: today(),
});
const percentOf = (share: number): number => Math.round(share * 100_000) / 1000;
const shareOf = (percent: number | string): number => Math.round(Number(percent) * 1000) / 100_000;
const shares = [
  ['yearlyRate', 'Annual rate, %'],
  ['downShare', 'Down payment, %'],
  ['yearlyTaxShare', 'Annual property tax, %'],
] as const;

const { homeKinds } = settingsLimits;
const kinds = homeKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }));

/** The settings for Jorge's own acts, his referrals, and his words about a monthly payment. */
export function JorgeSection() {
  const form = useBrokerage();
  return (
    <Section
      title="Jorge"
      about="Set what Jorge asks, how he talks, what he can share, when a person reviews first, and which areas and property types you handle."
      loaded={form.loaded}
    >
      {() => {
        if (!form.draft) return null;
        const { review, mortgage, serves } = form.draft;
        const editReview = (change: Partial<Review>) => review && form.edit({ review: { ...review, ...change } });
        const editMortgage = (change: Partial<Mortgage>) =>
          mortgage && form.edit({ mortgage: { ...mortgage, ...change } });
        return (
          <SettingsForm form={form} marks={['review', 'mortgage', 'serves']}>
            <JorgeTalk jorge={form.draft.jorge} onJorge={(jorge) => form.edit({ jorge })} />
            <Switch
              label="Adapt to each person"
              description="Jorge, coaching, and drafts follow what people prefer, such as short messages or the price first. You see why on each person’s page, and can turn it off there for one person."
              checked={form.draft.adapts}
              onChange={(event) => form.edit({ adapts: event.currentTarget.checked })}
            />
            <Switch
              label="Have a person review first"
              description="Jorge’s next reply goes on hold as a note for your team, and the visitor is asked to wait."
              checked={review !== null}
              onChange={(event) => form.edit({ review: event.currentTarget.checked ? firstReview : null })}
            />
            {review === null ? null : (
              <div className="settings-pair">
                <NumberInput
                  label="Score over"
                  min={0}
                  max={100}
                  allowDecimal={false}
                  value={review.scoreOver}
                  error={form.faultOf('review.scoreOver')}
                  onChange={(value) => editReview({ scoreOver: Number(value) })}
                />
                <NumberInput
                  label="Or value over, in dollars"
                  min={0}
                  max={1_000_000_000}
                  allowDecimal={false}
                  thousandSeparator=","
                  value={review.valueOverCents / 100}
                  error={form.faultOf('review.valueOverCents')}
                  onChange={(value) => editReview({ valueOverCents: Number(value) * 100 })}
                />
              </div>
            )}
            <TagsInput
              label="Areas you serve"
              description="Cities, ZIP codes, or states. Visitors looking elsewhere are told you don’t work there and are flagged for referral. If blank, you serve everywhere."
              placeholder={serves.areas.length === 0 ? 'Austin, 78704, or TX' : undefined}
              maxTags={settingsLimits.areasServed}
              value={serves.areas}
              error={form.faultOf('serves.areas')}
              onChange={(areas) => form.edit({ serves: { ...serves, areas } })}
            />
            <MultiSelect
              label="Property types you don’t handle"
              data={kinds}
              value={serves.notKinds}
              onChange={(chosen) =>
                form.edit({ serves: { ...serves, notKinds: homeKinds.filter((kind) => chosen.includes(kind)) } })
              }
            />
            <Switch
              label="Jorge can estimate a monthly payment"
              description="Uses only these figures and gives their source and date. If off, he passes the question to your team."
              checked={mortgage !== null}
              onChange={(event) => form.edit({ mortgage: event.currentTarget.checked ? firstMortgage() : null })}
            />
            {mortgage === null ? null : (
              <div className="settings-pair">
                {shares.map(([field, label]) => (
                  <NumberInput
                    key={field}
                    label={label}
                    min={0}
                    max={100}
                    decimalScale={3}
                    value={percentOf(mortgage[field])}
                    error={form.faultOf(`mortgage.${field}`)}
                    onChange={(value) => editMortgage({ [field]: shareOf(value) })}
                  />
                ))}
                <NumberInput
                  label="Years"
                  min={1}
                  max={50}
                  allowDecimal={false}
                  value={mortgage.years}
                  error={form.faultOf('mortgage.years')}
                  onChange={(value) => editMortgage({ years: Number(value) })}
                />
                <NumberInput
                  label="Annual insurance, in dollars"
                  min={0}
                  max={100_000}
                  allowDecimal={false}
                  thousandSeparator=","
                  value={mortgage.yearlyInsuranceCents / 100}
                  error={form.faultOf('mortgage.yearlyInsuranceCents')}
                  onChange={(value) => editMortgage({ yearlyInsuranceCents: Number(value) * 100 })}
                />
                <TextInput
                  label="Source"
                  maxLength={60}
                  value={mortgage.source}
                  error={form.faultOf('mortgage.source')}
                  onChange={(event) => editMortgage({ source: event.currentTarget.value })}
                />
                <TextInput
                  label="As of"
                  type="date"
                  value={mortgage.asOf}
                  error={form.faultOf('mortgage.asOf')}
                  onChange={(event) => editMortgage({ asOf: event.currentTarget.value })}
                />
              </div>
            )}
          </SettingsForm>
        );
      }}
    </Section>
  );
}
