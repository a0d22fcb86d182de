import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { OwnAccount } from '../../../src/contract/rest/account.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { callWithBytes } from '../../shared/connection/callRest.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { judgeFile } from '../../shared/files/judgeFile.ts';
import { initialsOf } from '../../shared/labels/names.ts';
import { usePhotos } from '../PhotosContext.tsx';

const pictures = 'image/jpeg,image/png,image/webp';

/** One's photo: shown, chosen, taken away. */
export function OwnPhoto({ own }: { own: OwnAccount }) {
  const { session } = useSession();
  const { reload } = usePhotos();
  const removing = useSaving();
  const picker = useRef<HTMLInputElement>(null);
  const [photo, setPhoto] = useState(own.photo);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function choose(file: File) {
    if (judgeFile(file) === 'too-large') return setProblem('This photo is larger than 10 MB.');
    setBusy(true);
    setProblem(null);
    try {
      setPhoto((await callWithBytes(session, 'POST /me/photo', {}, file)).photo);
      reload();
    } catch (error) {
      setProblem(refusalIn(error)?.message ?? 'Couldn’t save the photo. Try again.');
    }
    setBusy(false);
  }
  async function remove() {
    if (!(await removing.run('DELETE /me/photo'))) return;
    setPhoto(undefined);
    reload();
  }
  return (
    <div className="own-photo">
      <span className="holder">
        {photo ? <img src={photo} alt="You" /> : <span aria-hidden="true">{initialsOf(own.name)}</span>}
      </span>
      <div>
        <p className="settings-quiet">Visitors see your photo next to your replies.</p>
        <div className="settings-row">
          <Button variant="default" loading={busy} onClick={() => picker.current?.click()}>
            {photo ? 'Choose another' : 'Choose a photo'}
          </Button>
          {photo ? (
            <Button variant="subtle" loading={removing.state === 'saving'} onClick={() => void remove()}>
              Remove
            </Button>
          ) : null}
        </div>
        {problem === null ? null : (
          <p className="save-line failed" role="alert">
            {problem}
          </p>
        )}
      </div>
      <input
        ref={picker}
        type="file"
        accept={pictures}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void choose(file);
        }}
      />
    </div>
  );
}
