import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { SiteAnswer } from '../../../src/contract/rest/sites.ts';
import { tagManagerTag, widgetTag } from '../../../src/contract/rest/widgetTag.ts';
import { agoWords } from './agoWords.ts';
import { PinnedTag } from './PinnedTag.tsx';
import { Copy } from './parts.tsx';

const ways = {
  html: {
    label: 'HTML',
    how: 'Put this line into every page that should have the chat, before </body>.',
    tag: widgetTag,
  },
  wordpress: {
    label: 'WordPress',
    how: 'Install the plugin WPCode, open Code Snippets, Header & Footer, paste this line under Footer and save. It is then on every page.',
    tag: widgetTag,
  },
  'tag-manager': {
    label: 'Tag manager',
    how: 'In Google Tag Manager make a tag of the type Custom HTML with this, set off by All Pages, and publish it.',
    tag: tagManagerTag,
  },
} as const;
type Way = keyof typeof ways;
const choices = (Object.keys(ways) as Way[]).map((value) => ({ value, label: ways[value].label }));

/** Whether a site carries the widget, and how it gets there. */
export function InstallWidget({ site: { name, siteKey, seen } }: { site: SiteAnswer }) {
  const [way, setWay] = useState<Way>('html');
  const { how, tag } = ways[way];
  const text = tag(location.origin, siteKey);
  return (
    <>
      <p className={seen ? 'widget-seen' : 'settings-quiet'}>
        {seen
          ? `Seen on ${new URL(seen.origin).host} ${agoWords(seen.at)}`
          : 'Not seen on any page yet. Open a page of the site once it is there.'}
      </p>
      <div className="settings-row">
        <SegmentedControl
          size="xs"
          aria-label={`How ${name} gets the chat`}
          data={choices}
          value={way}
          onChange={(value) => setWay(value as Way)}
        />
        <Copy value={text} label={way === 'tag-manager' ? 'Copy the tag' : 'Copy the line'} />
      </div>
      <p className="settings-quiet">{how}</p>
      <code className="snippet">{text}</code>
      <p className="settings-quiet">
        On the page of a home, <code>{'<meta name="jorge-listing" content="…">'}</code> with its id tells Jorge which
        home it is.
      </p>
      <PinnedTag siteKey={siteKey} />
    </>
  );
}
