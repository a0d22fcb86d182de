import { useState } from 'react';
import { pinnedWidgetTag, type WidgetBuild } from '../../../src/contract/rest/widgetTag.ts';
import { Copy } from './parts.tsx';

/** The line of a site for pages that run approved scripts only. The build is asked for when somebody opens it. */
export function PinnedTag({ siteKey }: { siteKey: string }) {
  const [build, setBuild] = useState<WidgetBuild | 'missing' | null>(null);

  async function load(): Promise<void> {
    const answer = await fetch('/widget.json').catch(() => null);
    setBuild(answer?.ok ? await answer.json() : 'missing');
  }

  return (
    <details className="pinned-tag" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>With a pinned file and its checksum</summary>
      <p>
        For pages that run approved scripts only. The file ends with the next update of the hub: then the page needs the
        new line. The line above follows updates by itself.
      </p>
      {build === 'missing' ? <p role="alert">The hub did not answer. Close this and open it again.</p> : null}
      {build !== null && build !== 'missing' ? (
        <>
          <code className="snippet">{pinnedWidgetTag(location.origin, siteKey, build)}</code>
          <Copy value={pinnedWidgetTag(location.origin, siteKey, build)} label="Copy the pinned line" />
        </>
      ) : null}
    </details>
  );
}
