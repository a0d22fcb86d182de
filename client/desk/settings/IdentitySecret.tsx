import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SiteAnswer } from '../../../src/contract/rest/sites.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { SaveLine, ShownOnce } from './parts.tsx';

/** The secret with which a site's own server says who its visitors are. */
export function IdentitySecret({ site, onChanged }: { site: SiteAnswer; onChanged(): void }) {
  const saving = useSaving();
  const [secret, setSecret] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const ofSite = { params: { id: site.id } };
  async function make() {
    if (site.signsIdentities && !sure) return setSure(true);
    setSure(false);
    const made = await saving.run('POST /sites/:id/identity-secret', ofSite);
    if (!made) return;
    setSecret(made.secret);
    onChanged();
  }
  async function end() {
    if (!(await saving.run('DELETE /sites/:id/identity-secret', ofSite))) return;
    setSecret(null);
    onChanged();
  }
  return (
    <fieldset className="identity-secret">
      <legend>Signed-in visitors</legend>
      <p className="settings-quiet">
        {site.signsIdentities
          ? 'This site has a secret. Its server signs each visitor’s identity, so your team sees their name.'
          : 'If people sign in to your site, its server can sign their identity, so your team sees their name.'}{' '}
        <a href="/docs#widget-identity">How it works</a>
      </p>
      {secret === null ? null : (
        <ShownOnce
          title="This site’s secret. It’s shown only once. Keep it on your server, never in a page."
          value={secret}
          onDone={() => setSecret(null)}
        />
      )}
      <div className="settings-row">
        <Button variant="default" size="sm" onClick={() => void make()}>
          {!site.signsIdentities ? 'Create secret' : sure ? 'Yes, replace the old secret' : 'Replace secret'}
        </Button>
        {site.signsIdentities ? (
          <Button variant="subtle" color="red" size="sm" onClick={() => void end()}>
            Delete secret
          </Button>
        ) : null}
      </div>
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
    </fieldset>
  );
}
