import { Autocomplete, NumberInput, TextInput } from '@mantine/core';
import { Section, SettingsForm } from './parts.tsx';
import { servicesNoticeHint } from './servicesNoticeHint.ts';
import { useBrokerage } from './useBrokerage.ts';
import { WidgetPreview } from './WidgetPreview.tsx';

const zones = Intl.supportedValuesOf('timeZone');

export function BrokerageSection() {
  const form = useBrokerage();
  return (
    <Section
      title="Brokerage"
      about="The name as visitors know it, the time your team lives by, and when a waiting visitor is late."
      loaded={form.loaded}
    >
      {() =>
        form.draft && (
          <div className="settings-with-preview">
            <SettingsForm form={form}>
              <TextInput
                label="Name"
                maxLength={120}
                value={form.draft.brokerage}
                onChange={(event) => form.edit({ brokerage: event.currentTarget.value })}
              />
              <Autocomplete
                label="Time zone"
                data={zones}
                limit={40}
                value={form.draft.timeZone}
                onChange={(timeZone) => form.edit({ timeZone })}
              />
              <TextInput
                label="Texas: Information About Brokerage Services"
                description={servicesNoticeHint(form.draft.brokerageServicesUrl)}
                placeholder="https://www.example.com/iabs"
                type="url"
                maxLength={100}
                value={form.draft.brokerageServicesUrl}
                onChange={(event) => form.edit({ brokerageServicesUrl: event.currentTarget.value.trim() })}
              />
              <fieldset className="settings-pair">
                <legend>Waiting clock</legend>
                {(['amberMinutes', 'redMinutes'] as const).map((field) => (
                  <NumberInput
                    key={field}
                    label={field === 'amberMinutes' ? 'Amber after (minutes)' : 'Red after (minutes)'}
                    min={1}
                    max={1440}
                    allowDecimal={false}
                    value={form.draft?.waiting[field] ?? ''}
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
