import { Button, FileButton, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contrastOf, leastContrast, widgetGrounds } from '../../../src/contract/rest/contrast.ts';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { Section, SettingsForm } from './parts.tsx';
import { useBrokerage } from './useBrokerage.ts';
import { WidgetPreview } from './WidgetPreview.tsx';

const modes = ['light', 'dark'] as const;
const isColour = (text: string) => /^#[0-9a-f]{6}$/.test(text);

/** Says in words that a colour is hard to read; null while it is readable. */
function colourFault(colour: string, mode: 'light' | 'dark'): string | null {
  if (!isColour(colour)) return 'Write it as #rrggbb.';
  const contrast = contrastOf(colour, widgetGrounds[mode]);
  if (contrast >= leastContrast) return null;
  const better = mode === 'light' ? 'darker' : 'lighter';
  return `Contrast ${contrast.toFixed(1)} of ${leastContrast} needed. Choose a ${better} one.`;
}

async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function WidgetSection() {
  const form = useBrokerage();
  const [logoFault, setLogoFault] = useState<string | null>(null);
  const logo = form.loaded.data?.logo ?? null;

  async function choose(file: File | null) {
    if (!file) return;
    const fits = file.size <= settingsLimits.logoBytes;
    setLogoFault(fits ? null : `This picture has ${Math.ceil(file.size / 1024)} KB; 64 KB are possible.`);
    if (fits) await form.setLogo(await toBase64(file));
  }

  return (
    <Section title="Widget" about="How the chat looks on your pages, and its first words." loaded={form.loaded}>
      {() => {
        const { draft } = form;
        if (!draft) return null;
        const faulty = modes.some((mode) => colourFault(draft.colours[mode], mode) !== null);
        const logoPart = (
          <div className="settings-logo">
            <h3>Logo</h3>
            <p>PNG, JPEG or WebP, at most 64 KB and 2,000 pixels a side. It is saved at once.</p>
            <div className="settings-row">
              <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void choose(file)}>
                {(props) => (
                  <Button variant="default" {...props}>
                    {logo ? 'Choose another' : 'Choose a picture'}
                  </Button>
                )}
              </FileButton>
              {logo ? (
                <Button variant="subtle" color="red" onClick={() => void form.setLogo(null)}>
                  Take it away
                </Button>
              ) : null}
            </div>
            <p className="settings-fault" role="alert">
              {logoFault}
            </p>
          </div>
        );
        return (
          <div className="settings-with-preview">
            <SettingsForm form={form} faulty={faulty} marks={['greeting', 'colours']} after={logoPart}>
              {modes.map((mode) => (
                <div key={mode} className="settings-colour">
                  <TextInput
                    label={mode === 'light' ? 'Color by day' : 'Color by night'}
                    value={draft.colours[mode]}
                    maxLength={7}
                    error={colourFault(draft.colours[mode], mode) ?? form.faultOf(`colours.${mode}`)}
                    onChange={(event) =>
                      form.edit({ colours: { ...draft.colours, [mode]: event.currentTarget.value.toLowerCase() } })
                    }
                  />
                  <input
                    type="color"
                    aria-label={mode === 'light' ? 'Pick the color by day' : 'Pick the color by night'}
                    value={isColour(draft.colours[mode]) ? draft.colours[mode] : '#000000'}
                    onChange={(event) =>
                      form.edit({ colours: { ...draft.colours, [mode]: event.currentTarget.value } })
                    }
                  />
                </div>
              ))}
              <Textarea
                label="Greeting"
                description="Above the first message. Empty: the widget’s own words, in the visitor’s language."
                autosize
                minRows={2}
                maxRows={6}
                maxLength={300}
                value={draft.greeting}
                error={form.faultOf('greeting')}
                onChange={(event) => form.edit({ greeting: event.currentTarget.value })}
              />
            </SettingsForm>
            <WidgetPreview settings={draft} logo={logo} />
          </div>
        );
      }}
    </Section>
  );
}
