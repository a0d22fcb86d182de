import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import type { SiteAnswer } from '../../../src/contract/rest/sites.ts';
import { Notice } from '../../shared/components/Notice.tsx';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { fieldFault } from './fieldFault.ts';
import { IdentitySecret } from './IdentitySecret.tsx';
import { InstallWidget } from './InstallWidget.tsx';
import { SaveLine, Section } from './parts.tsx';
import { SiteWidgetFields } from './SiteWidgetFields.tsx';

/** `at`: its place among the addresses. */
const addressFault = (at: number): string =>
  Number.isNaN(at)
    ? `Enter 1 to ${settingsLimits.originsPerSite} origins.`
    : `Enter origin ${at + 1} like this: https://www.example.com`;
const siteRefusal = ({ code, field }: { code: string; field?: string | undefined }): string | null =>
  code === 'VALIDATION_FAILED'
    ? field?.startsWith('allowedOrigins')
      ? addressFault(Number(field.split('.')[1]))
      : field?.startsWith('widget')
        ? 'Enter 1 to 600 seconds and 1 to 100 percent.'
        : 'Enter a name of 1 to 120 characters.'
    : code === 'QUOTA_EXCEEDED'
      ? 'You’ve reached the limit for sites.'
      : null;

export function SitesSection() {
  const loaded = useLoaded('GET /sites');
  const [edited, setEdited] = useState<string | 'new' | null>(null);
  const close = () => {
    setEdited(null);
    loaded.reload();
  };
  return (
    <Section
      title="Sites"
      about="The websites that can show the chat, whether they do, and how to install it."
      loaded={loaded}
    >
      {({ items }) => (
        <>
          {items.length === 0 && edited === null ? (
            <Notice title="No sites yet" text="Add your website, then copy its code into your pages." />
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
                        <p>{site.allowedOrigins.join(', ') || 'Only this hub’s own pages'}</p>
                      </div>
                      <Button variant="default" onClick={() => setEdited(site.id)}>
                        Edit
                      </Button>
                    </div>
                    <InstallWidget site={site} />
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
  const [widget, setWidget] = useState(site?.widget ?? { titleCount: true, opener: null });
  const [removing, setRemoving] = useState(false);
  const body = { name, allowedOrigins: origins.split(/[\s,]+/).filter(Boolean), widget };
  return (
    <form
      className="settings-form boxed"
      onSubmit={async (event) => {
        event.preventDefault();
        const saved = site
          ? await saving.run('PUT /sites/:id', { params: { id: site.id }, body })
          : await saving.run('POST /sites', { body });
        if (saved) onDone();
      }}
    >
      <TextInput
        label="Name"
        placeholder="Main website"
        maxLength={120}
        value={name}
        error={fieldFault(saving, 'name', siteRefusal)}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label="Allowed origins"
        description={
          site?.allowedOrigins.length === 0
            ? 'One per line. If blank, only this hub’s own pages show the chat.'
            : 'Addresses of the websites that can show the chat, one per line. List each subdomain separately.'
        }
        placeholder="https://www.example.com"
        autosize
        minRows={2}
        value={origins}
        error={fieldFault(saving, 'allowedOrigins', siteRefusal)}
        onChange={(event) => setOrigins(event.currentTarget.value)}
      />
      <SiteWidgetFields widget={widget} onChange={setWidget} />
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
              else if (await saving.run('DELETE /sites/:id', { params: { id: site.id } })) onDone();
            }}
          >
            {removing ? 'Yes, remove the chat from its pages' : 'Remove'}
          </Button>
        ) : null}
      </div>
      <SaveLine saving={saving} words={siteRefusal} marks={['name', 'allowedOrigins']} />
    </form>
  );
}
