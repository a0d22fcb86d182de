import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PathOf } from '../../../src/contract/rest/routes.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useToast } from '../../shared/components/Toast.tsx';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { fetchFile } from '../../shared/files/fetchFile.ts';
import { saveFile } from '../../shared/files/saveFile.ts';
import { addressOf } from '../../shared/rest/addressOf.ts';

const path: PathOf<'GET /leads/:id/export'> = '/leads/:id/export';

/** Saves all that the hub holds of a person, as a page; for supervisors and admins. */
export function ExportPerson({ leadId, name }: { leadId: string; name: string }) {
  const { session, user } = useSession();
  const toast = useToast();
  const [loading, setLoading] = useState(false);
  if (user.role === 'agent') return null;
  const save = async () => {
    setLoading(true);
    try {
      const address = `/api/v1${addressOf(path, { id: leadId }, {})}`;
      const page = await fetchFile(address, (refused) => session.token(refused), 'text/html');
      saveFile(`${name}.html`, 'text/html', page);
    } catch (refused) {
      toast(refusalIn(refused)?.message ?? 'The export couldn’t be downloaded. Try again.');
    } finally {
      setLoading(false);
    }
  };
  return (
    <Button size="xs" variant="default" loading={loading} onClick={save}>
      Export
    </Button>
  );
}
