import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { MarketId } from '../../../src/contract/rest/settingsLimits.ts';
import { Section, SettingsForm } from './parts.tsx';
import { servicesNoticeHint } from './servicesNoticeHint.ts';
import { useBrokerage } from './useBrokerage.ts';
import { WidgetPreview } from './WidgetPreview.tsx';
import { ZoneSelect } from './ZoneSelect.tsx';

export function BrokerageSection() {
  const form = useBrokerage();
  return (
    <Section
      title="Brokerage"
      about="Set your name as visitors see it, your time zone, and when a visitor has waited too long."
      loaded={form.loaded}
    >
      {() =>
        form.draft && (
          <div className="settings-with-preview">
            <SettingsForm form={form} marks={['brokerage', 'timeZone', 'brokerageServicesUrl', 'waiting']}>
              <TextInput
                label="Name"
                maxLength={120}
                value={form.draft.brokerage}
                error={form.faultOf('brokerage')}
                onChange={(event) => form.edit({ brokerage: event.currentTarget.value })}
              />
              <ZoneSelect
                value={form.draft.timeZone}
                error={form.faultOf('timeZone')}
                onZone={(timeZone) => form.edit({ timeZone })}
              />
              <NativeSelect
                label="Market"
                description="Sets which areas Jorge knows by name and which state’s law he follows."
                data={[
                  { value: 'austin', label: 'Austin, Texas' },
                  { value: 'texas', label: 'Elsewhere in Texas' },
                  { value: 'us', label: 'Elsewhere in the United States' },
                ]}
                value={form.draft.market}
                onChange={(event) => form.edit({ market: event.currentTarget.value as MarketId })}
              />
              <TextInput
                label="Texas: Information About Brokerage Services link"
                description={servicesNoticeHint(form.draft.brokerageServicesUrl)}
                placeholder="https://www.example.com/iabs"
                type="url"
                maxLength={100}
                value={form.draft.brokerageServicesUrl}
                error={form.faultOf('brokerageServicesUrl')}
                onChange={(event) => form.edit({ brokerageServicesUrl: event.currentTarget.value.trim() })}
              />
              <fieldset className="settings-pair">
                <legend>Wait time</legend>
                {(['amberMinutes', 'redMinutes'] as const).map((field) => (
                  <NumberInput
                    key={field}
                    label={field === 'amberMinutes' ? 'Amber after (minutes)' : 'Red after (minutes)'}
                    min={1}
                    max={1440}
                    allowDecimal={false}
                    value={form.draft?.waiting[field] ?? ''}
                    error={field === 'redMinutes' ? form.faultOf('waiting') : null}
                    onChange={(value) =>
                      form.draft && form.edit({ waiting: { ...form.draft.waiting, [field]: Number(value) } })
                    }
                  />
                ))}
              </fieldset>
            </SettingsForm>
            <WidgetPreview settings={form.draft} logo={form.loaded.data?.logo ?? null} />
          </div>
        )
      }
    </Section>
  );
}
