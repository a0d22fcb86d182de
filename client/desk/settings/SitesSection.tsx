import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SiteAnswer } from '../../../src/contract/settings.ts';
import { widgetTag } from '../../../src/contract/widgetTag.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { IdentitySecret } from './IdentitySecret.tsx';
import { PinnedTag } from './PinnedTag.tsx';
import { Copy, SaveLine, Section } from './parts.tsx';
import { useLoaded, useSaving } from './useLoaded.ts';

const tagOf = (site: SiteAnswer) => widgetTag(location.origin, site.siteKey);

const siteRefusal = ({ code, field }: { code: string; field?: string | undefined }): string | null =>
  code === 'VALIDATION_FAILED'
    ? field?.startsWith('allowedOrigins')
      ? 'Write each address like https://www.example.com, one to a line.'
      : 'The name must have 1 to 120 characters.'
    : code === 'QUOTA_EXCEEDED'
      ? 'You have as many sites as are possible.'
      : null;

export function SitesSection() {
  const loaded = useLoaded<{ items: SiteAnswer[] }>('/sites');
  const [edited, setEdited] = useState<string | 'new' | null>(null);
  const close = () => {
    setEdited(null);
    loaded.reload();
  };
  return (
    <Section
      title="Sites"
      about="The websites that may carry the chat. Put the line into every page that should have it."
      loaded={loaded}
    >
      {({ items }) => (
        <>
          {items.length === 0 && edited === null ? (
            <Notice title="No sites yet" text="Add your website, then copy its line into your pages." />
          ) : null}
          <ul className="settings-list">
            {items.map((site) => (
              <li key={site.id}>
                {edited === site.id ? (
                  <>
                    <SiteForm site={site} onDone={close} />
                    <IdentitySecret site={site} onChanged={loaded.reload} />
                  </>
                ) : (
                  <>
                    <div className="settings-item">
                      <div>
                        <strong>{site.name}</strong>
                        <p>{site.allowedOrigins.join(', ') || 'Only pages of this hub'}</p>
                      </div>
                      <Copy value={tagOf(site)} label="Copy the line" />
                      <Button variant="default" onClick={() => setEdited(site.id)}>
                        Edit
                      </Button>
                    </div>
                    <code className="snippet">{tagOf(site)}</code>
                    <PinnedTag siteKey={site.siteKey} />
                  </>
                )}
              </li>
            ))}
          </ul>
          {edited === 'new' ? (
            <SiteForm site={null} onDone={close} />
          ) : (
            <Button size="sm" onClick={() => setEdited('new')}>
              Add a site
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

function SiteForm({ site, onDone }: { site: SiteAnswer | null; onDone(): void }) {
  const saving = useSaving();
  const [name, setName] = useState(site?.name ?? '');
  const [origins, setOrigins] = useState(site?.allowedOrigins.join('\n') ?? '');
  const [removing, setRemoving] = useState(false);
  const body = { name, allowedOrigins: origins.split(/[\s,]+/).filter(Boolean) };
  return (
    <form
      className="settings-form boxed"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await saving.run(site ? 'PUT' : 'POST', site ? `/sites/${site.id}` : '/sites', body)) onDone();
      }}
    >
      <TextInput
        label="Name"
        placeholder="Main website"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label="Addresses"
        description="One to a line. Sub-domains are addresses of their own."
        placeholder="https://www.example.com"
        autosize
        minRows={2}
        value={origins}
        onChange={(event) => setOrigins(event.currentTarget.value)}
      />
      <div className="settings-row">
        <Button type="submit" size="sm" loading={saving.state === 'saving'}>
          Save
        </Button>
        <Button variant="default" size="sm" onClick={onDone}>
          Cancel
        </Button>
        {site ? (
          <Button
            variant="subtle"
            color="red"
            size="sm"
            onClick={async () => {
              if (!removing) setRemoving(true);
              else if (await saving.run('DELETE', `/sites/${site.id}`)) onDone();
            }}
          >
            {removing ? 'Really remove: its pages lose the chat' : 'Remove'}
          </Button>
        ) : null}
      </div>
      <SaveLine saving={saving} words={siteRefusal} />
    </form>
  );
}
