import type { CSSProperties } from 'react';
import { textOn } from '../../../src/contract/rest/contrast.ts';
import type { BrokerageSettings } from '../../../src/contract/rest/settings.ts';
import { Icon } from '../../shared/components/Icon.tsx';

const readable = (colour: string) => (/^#[0-9a-f]{6}$/.test(colour) ? colour : '#808080');

/** The head and the first words of the chat with what is typed, by day and by night. */
export function WidgetPreview({ settings, logo }: { settings: BrokerageSettings; logo: string | null }) {
  return (
    <div className="widget-previews">
      {(['light', 'dark'] as const).map((mode) => {
        const accent = readable(settings.colours[mode]);
        return (
          <figure key={mode} style={{ '--accent-shown': accent, '--on-accent-shown': textOn(accent) } as CSSProperties}>
            <div className={`widget-preview ${mode}`}>
              <header>
                {logo ? <img src={logo} alt="" /> : null}
                <b>{settings.brokerage}</b>
              </header>
              <p className="said-bot">
                {settings.greeting ||
                  'Hi, I’m Jorge, the AI assistant here. Want to see 2417 Ashby Hollow Drive, or have a question?'}
              </p>
              <p className="said-visitor">Is it still for sale?</p>
              <span className="widget-preview-launcher">
                <Icon name="talk" size={20} />
              </span>
            </div>
            <figcaption>{mode === 'light' ? 'Light mode' : 'Dark mode'}</figcaption>
          </figure>
        );
      })}
    </div>
  );
}
