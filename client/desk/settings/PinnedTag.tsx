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
      <summary>Use a pinned file with a checksum</summary>
      <p>
        Only for pages that allow only approved scripts. The pinned file stops working with the next hub update, and the
        page then needs new code. The code above updates automatically.
      </p>
      {build === 'missing' ? <p role="alert">The hub didn’t answer. Close this and open it again.</p> : null}
      {build !== null && build !== 'missing' ? (
        <>
          <code className="snippet">{pinnedWidgetTag(location.origin, siteKey, build)}</code>
          <Copy value={pinnedWidgetTag(location.origin, siteKey, build)} label="Copy pinned code" />
        </>
      ) : null}
    </details>
  );
}
