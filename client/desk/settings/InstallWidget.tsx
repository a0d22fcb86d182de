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
    how: 'Add this code to every page that should show the chat, just before </body>.',
    tag: widgetTag,
  },
  wordpress: {
    label: 'WordPress',
    how: 'Install the WPCode plugin, open Code Snippets, then Header & Footer. Paste this code under Footer and save. The chat is then on every page.',
    tag: widgetTag,
  },
  'tag-manager': {
    label: 'Tag manager',
    how: 'In Google Tag Manager, create a Custom HTML tag with this code, set its trigger to All Pages, and publish it.',
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
          : 'Not seen on any page yet. Once the code is in place, open a page of the site.'}
      </p>
      <div className="settings-row">
        <SegmentedControl
          size="xs"
          aria-label={`How to install the chat on ${name}`}
          data={choices}
          value={way}
          onChange={(value) => setWay(value as Way)}
        />
        <Copy value={text} label={way === 'tag-manager' ? 'Copy tag' : 'Copy code'} />
      </div>
      <p className="settings-quiet">{how}</p>
      <code className="snippet">{text}</code>
      <p className="settings-quiet">
        On a home’s page, <code>{'<meta name="jorge-listing" content="…">'}</code> with its ID tells Jorge which home it
        is.
      </p>
      <PinnedTag siteKey={siteKey} />
    </>
  );
}
