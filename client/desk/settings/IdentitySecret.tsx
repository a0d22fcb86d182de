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
          ? 'This site has a secret. Its server signs who a visitor is, and the team knows them by name.'
          : 'Where people sign in to your site, its server can sign who they are. The team then knows them by name.'}{' '}
        <a href="/docs#widget-identity">How it works</a>
      </p>
      {secret === null ? null : (
        <ShownOnce
          title="The secret of this site. It is shown this once: it belongs on your server, never in a page."
          value={secret}
          onDone={() => setSecret(null)}
        />
      )}
      <div className="settings-row">
        <Button variant="default" size="sm" onClick={() => void make()}>
          {!site.signsIdentities ? 'Make a secret' : sure ? 'Really replace: the old one ends' : 'Replace the secret'}
        </Button>
        {site.signsIdentities ? (
          <Button variant="subtle" color="red" size="sm" onClick={() => void end()}>
            End the secret
          </Button>
        ) : null}
      </div>
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
    </fieldset>
  );
}
