import { Button } from '@mantine/core';
import { addressShown } from '../../../src/contract/rest/blockedWhom.ts';
import type { BlockAnswer } from '../../../src/contract/rest/blocks.ts';
import { Notice } from '../../shared/components/Notice.tsx';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { blockedUntil } from '../../shared/labels/blocks.ts';
import { clockTime, dayInSentence, exactTime } from '../../shared/labels/times.ts';
import { goTo } from '../route.ts';
import { SaveLine, Section } from './parts.tsx';

export function BlocksSection() {
  const loaded = useLoaded('GET /blocks');
  return (
    <Section
      title="Blocked visitors"
      about="Visitors who can’t use the chat. Your team blocks visitors from a conversation’s menu. Only the beginning of an IP address is kept."
      loaded={loaded}
    >
      {({ items }) =>
        items.length === 0 ? (
          <Notice
            title="No one is blocked"
            text="Visitors your team blocks are listed here, with who blocked them and why."
          />
        ) : (
          <ul className="settings-list">
            {items.map((block) => (
              <BlockRow key={block.id} block={block} onLifted={loaded.reload} />
            ))}
          </ul>
        )
      }
    </Section>
  );
}

function BlockRow({ block, onLifted }: { block: BlockAnswer; onLifted(): void }) {
  const { id, kind, shown, reason, by, at, until, conversationId } = block;
  const saving = useSaving();
  const whom = kind === 'visitor' ? shown : `Everyone at one visitor’s IP address (${addressShown(shown)})`;
  return (
    <li>
      <div className="settings-item">
        <div>
          <strong>{whom}</strong>
          {reason === '' ? null : <p>{reason}</p>}
          <p>
            By {by.name},{' '}
            <time dateTime={at} title={exactTime(at)}>
              {dayInSentence(at)} at {clockTime(at)}
            </time>
            , {blockedUntil(until)} ·{' '}
            <a
              className="link"
              href={`/desk/c/${conversationId}`}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                goTo(conversationId);
              }}
            >
              Conversation
            </a>
          </p>
        </div>
        <Button
          variant="default"
          aria-label={`Unblock: ${whom}`}
          loading={saving.state === 'saving'}
          onClick={async () => {
            if (await saving.run('DELETE /blocks/:id', { params: { id } })) onLifted();
          }}
        >
          Unblock
        </Button>
      </div>
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
    </li>
  );
}
