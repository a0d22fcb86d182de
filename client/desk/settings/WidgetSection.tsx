import { Button, FileButton, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contrastOf, leastContrast, widgetGrounds } from '../../../src/contract/rest/contrast.ts';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { Section, SettingsForm } from './parts.tsx';
import { useBrokerage } from './useBrokerage.ts';
import { WidgetPreview } from './WidgetPreview.tsx';

const modes = ['light', 'dark'] as const;
const isColour = (text: string) => /^#[0-9a-f]{6}$/.test(text);

/** Says in words that a color is hard to read; null while it is readable. */
function colourFault(colour: string, mode: 'light' | 'dark'): string | null {
  if (!isColour(colour)) return 'Use the format #rrggbb.';
  const contrast = contrastOf(colour, widgetGrounds[mode]);
  if (contrast >= leastContrast) return null;
  const better = mode === 'light' ? 'darker' : 'lighter';
  return `The contrast is ${contrast.toFixed(1)}; it must be at least ${leastContrast}. Choose a ${better} color.`;
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
    setLogoFault(fits ? null : `This logo is ${Math.ceil(file.size / 1024)} KB. The limit is 64 KB.`);
    if (fits) await form.setLogo(await toBase64(file));
  }

  return (
    <Section
      title="Widget"
      about="Set how the chat looks on your pages and how it greets visitors."
      loaded={form.loaded}
    >
      {() => {
        const { draft } = form;
        if (!draft) return null;
        const faulty = modes.some((mode) => colourFault(draft.colours[mode], mode) !== null);
        const logoPart = (
          <div className="settings-logo">
            <h3>Logo</h3>
            <p>PNG, JPEG, or WebP, up to 64 KB and 2,000 pixels per side. It’s saved right away.</p>
            <div className="settings-row">
              <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void choose(file)}>
                {(props) => (
                  <Button variant="default" {...props}>
                    {logo ? 'Choose another' : 'Choose a logo'}
                  </Button>
                )}
              </FileButton>
              {logo ? (
                <Button variant="subtle" color="red" onClick={() => void form.setLogo(null)}>
                  Remove
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
                    label={mode === 'light' ? 'Color in light mode' : 'Color in dark mode'}
                    value={draft.colours[mode]}
                    maxLength={7}
                    error={colourFault(draft.colours[mode], mode) ?? form.faultOf(`colours.${mode}`)}
                    onChange={(event) =>
                      form.edit({ colours: { ...draft.colours, [mode]: event.currentTarget.value.toLowerCase() } })
                    }
                  />
                  <input
                    type="color"
                    aria-label={mode === 'light' ? 'Pick the color in light mode' : 'Pick the color in dark mode'}
                    value={isColour(draft.colours[mode]) ? draft.colours[mode] : '#000000'}
                    onChange={(event) =>
                      form.edit({ colours: { ...draft.colours, [mode]: event.currentTarget.value } })
                    }
                  />
                </div>
              ))}
              <Textarea
                label="Greeting"
                description="Shown above the first message. If blank, the widget uses its own greeting in the visitor’s language."
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
