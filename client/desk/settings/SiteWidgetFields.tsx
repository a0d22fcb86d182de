import { NumberInput, Switch } from '@mantine/core';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import type { SiteWidget } from '../../../src/contract/rest/sites.ts';

const firstSeconds = 20;
const orNull = (value: number | string): number | null => (typeof value === 'number' ? value : null);

/** How the chat behaves on the pages of one site. */
export function SiteWidgetFields({ widget, onChange }: { widget: SiteWidget; onChange(widget: SiteWidget): void }) {
  const { titleCount, opener } = widget;
  const open = (part: Partial<NonNullable<SiteWidget['opener']>>) =>
    onChange({ ...widget, opener: { seconds: null, scrollPercent: null, ...opener, ...part } });
  return (
    <>
      <Switch
        label="Show the number of unread replies in the browser tab’s title"
        checked={titleCount}
        onChange={(event) => onChange({ ...widget, titleCount: event.currentTarget.checked })}
      />
      <Switch
        label="Show Jorge’s greeting automatically"
        description="Once per visit, next to the chat button. If off, a short prompt shows there from the start."
        checked={opener !== null}
        onChange={(event) => {
          const seconds = event.currentTarget.checked ? firstSeconds : null;
          onChange({ ...widget, opener: seconds === null ? null : { seconds, scrollPercent: null } });
        }}
      />
      {opener === null ? null : (
        <div className="settings-row">
          <NumberInput
            label="After (seconds)"
            placeholder="No time trigger"
            min={1}
            max={settingsLimits.openerSeconds}
            allowDecimal={false}
            value={opener.seconds ?? ''}
            onChange={(value) => open({ seconds: orNull(value) })}
          />
          <NumberInput
            label="Or after scrolling (% of the page)"
            placeholder="No scroll trigger"
            min={1}
            max={100}
            allowDecimal={false}
            value={opener.scrollPercent ?? ''}
            onChange={(value) => open({ scrollPercent: orNull(value) })}
          />
        </div>
      )}
    </>
  );
}
