import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useToast } from '../../shared/components/Toast.tsx';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { fetchFile } from '../../shared/files/fetchFile.ts';
import { saveFile } from '../../shared/files/saveFile.ts';

interface ExportButtonProps {
  label: string;
  address: string;
  /** The form in which it is wanted. */
  type: 'text/html' | 'text/csv';
  fileName: string;
}

/** Saves a file about people; for supervisors and admins, because each time is recorded. */
export function ExportButton({ label, address, type, fileName }: ExportButtonProps) {
  const { session, user } = useSession();
  const toast = useToast();
  const [loading, setLoading] = useState(false);
  if (user.role === 'agent') return null;
  const save = async () => {
    setLoading(true);
    try {
      const file = await fetchFile(address, (refused) => session.token(refused), type);
      saveFile(fileName, type, file);
    } catch (refused) {
      toast(refusalIn(refused)?.message ?? 'The export couldn’t be downloaded. Try again.');
    } finally {
      setLoading(false);
    }
  };
  return (
    <Button size="xs" variant="default" loading={loading} onClick={save}>
      {label}
    </Button>
  );
}
