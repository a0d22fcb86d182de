import { ActionIcon } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { isPicture } from '../../../../src/contract/fileLimits.ts';
import { paintPicture } from '../../files/paintPicture.ts';
import { Icon } from '../Icon.tsx';
import type { ChosenFile } from './useChosenFiles.ts';

/** The files of the next reply, above it, each with its progress and a way to leave it out. */
export function ChosenList({ chosen, onRemove }: { chosen: readonly ChosenFile[]; onRemove(key: string): void }) {
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen-files" aria-label="Files to send">
      {chosen.map(({ key, file, part, sent, fault }) => (
        <li key={key} className={fault === null ? '' : 'failed'}>
          {isPicture(file) ? <Thumb file={file} /> : <b aria-hidden="true">PDF</b>}
          <span>
            <bdi>{file.name}</bdi>
            {fault !== null ? (
              <small role="alert">{fault}</small>
            ) : sent === null ? (
              <progress max={1} value={part} aria-label={`Uploading ${file.name}`} />
            ) : null}
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={`Remove ${file.name}`}
            onClick={() => onRemove(key)}
          >
            <Icon name="close" size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

function Thumb({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    // A format that this browser cannot draw goes up all the same.
    if (canvas.current) paintPicture(canvas.current, file).catch(() => undefined);
  }, [file]);
  return <canvas ref={canvas} />;
}
