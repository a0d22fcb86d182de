import { Button, Modal } from '@mantine/core';
import { tagLimits } from '../../../src/contract/tagLimits.ts';
import { useBrokerageContext } from '../../shared/components/BrokerageContext.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { goToSettings } from '../route.ts';

interface TagSheetProps {
  opened: boolean;
  onClose(): void;
  title: string;
  /** Whether a tag is set; `some`: on some of several conversations. */
  stateOf(tagId: string): boolean | 'some';
  onSet(tagId: string, on: boolean): void;
}

/** The brokerage's tags, each to be set or taken off at once. */
export default function TagSheet({ opened, onClose, title, stateOf, onSet }: TagSheetProps) {
  const { tags } = useBrokerageContext();
  const isAdmin = useSession().user.role === 'admin';
  const isFull = tags.filter(({ id }) => stateOf(id) === true).length >= tagLimits.each;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="sm">
      {tags.length === 0 ? (
        <p>
          {isAdmin
            ? 'Your brokerage has no tags yet.'
            : 'Your brokerage has no tags yet. An admin can add them in Settings.'}
        </p>
      ) : (
        <ul className="tag-choices">
          {tags.map(({ id, name, colour }, index) => {
            const state = stateOf(id);
            return (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    {...(index === 0 ? { 'data-autofocus': true } : {})}
                    ref={(box) => {
                      if (box) box.indeterminate = state === 'some';
                    }}
                    checked={state === true}
                    disabled={isFull && state === false}
                    onChange={() => onSet(id, state !== true)}
                  />
                  <i className={`tag-dot ${colour}`} />
                  {name}
                </label>
              </li>
            );
          })}
        </ul>
      )}
      {isFull ? <p role="status">A conversation can have up to {tagLimits.each} tags.</p> : null}
      {isAdmin ? (
        <Button variant="default" mt="sm" onClick={() => goToSettings('tags')}>
          {tags.length === 0 ? 'Add the first tag' : 'Edit tags'}
        </Button>
      ) : null}
    </Modal>
  );
}
