import { VisuallyHidden } from '@mantine/core';
import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { deviceLabels, isThere, otherLanguage, presenceWords } from '../labels/needs.ts';
import { Icon } from './Icon.tsx';

/** Whether the visitor is in the chat; nothing where nobody can know. */
export function PresenceDot({ row }: { row: BoardRow }) {
  const words = presenceWords(row);
  if (words === null) return null;
  return (
    <span className={`presence ${isThere(row) ? 'there' : 'left'}`} title={words}>
      <VisuallyHidden>{words}. </VisuallyHidden>
    </span>
  );
}

/** The visitor's device, if it is small, and their language, if it is not the desk's. */
export function VisitorMarks({ row: { language, device } }: { row: BoardRow }) {
  const speaks = otherLanguage(language);
  return (
    <>
      {speaks === undefined ? null : (
        <abbr className="language" title={`Speaks ${speaks}`}>
          {language.toUpperCase()}
        </abbr>
      )}
      {device === undefined || device === 'computer' ? null : (
        <span className="device" title={deviceLabels[device]}>
          <Icon name="mobile" size={13} />
          <VisuallyHidden>{deviceLabels[device]}</VisuallyHidden>
        </span>
      )}
    </>
  );
}
