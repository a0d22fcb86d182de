import { ActionIcon, Button, Menu, Switch, Tooltip } from '@mantine/core';
import { lazy, useState } from 'react';
import type { BlockAnswer } from '../../../src/contract/rest/blocks.ts';
import type { Mode, Priority } from '../../../src/contract/values.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { LoadedWhenOpened } from '../../shared/components/LoadedWhenOpened.tsx';
import { PriorityChip } from '../../shared/components/PriorityChip.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { TagChips } from '../../shared/components/TagChips.tsx';
import { useCommand, useToast } from '../../shared/components/Toast.tsx';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { blockedUntil } from '../../shared/labels/blocks.ts';
import { priorityLabels } from '../../shared/labels/names.ts';
import { untilTime } from '../../shared/labels/times.ts';
import { goTo } from '../route.ts';
import { CloseMenu } from './CloseMenu.tsx';
import { MisreadSheet } from './MisreadSheet.tsx';
import { backNow, inAnHour, tomorrowAtNine } from './snoozeTimes.ts';
import { Viewers } from './Viewers.tsx';

const BlockSheet = lazy(() => import('./BlockSheet.tsx'));
const HandOverSheet = lazy(() => import('./HandOverSheet.tsx'));
const SnoozeSheet = lazy(() => import('./SnoozeSheet.tsx'));
const TagSheet = lazy(() => import('./TagSheet.tsx'));

interface TalkHeadProps {
  conversationId: string;
  name: string;
  about: string;
  mode: Mode;
  bot: string | undefined;
  owner: { id: string; name: string } | null;
  priority: Priority | undefined;
  /** Ids of its tags. */
  tags: readonly string[];
  /** Snoozed, and not yet back. */
  aside: boolean;
  /** The blocks against the visitor. */
  blocks: readonly BlockAnswer[];
  showAll: boolean;
  onShowAll(on: boolean): void;
  /** Shows the way back to the inbox, where the column stands alone. */
  back: boolean;
  /** Whether the menu that closes the conversation is open. */
  closing: boolean;
  onClosing(on: boolean): void;
  /** Called once it is closed: on to the next conversation. */
  onClosed(): void;
}

/** The head of the talk: the lead's name and wishes, and the actions for the conversation as a whole. */
export function TalkHead(props: TalkHeadProps) {
  const { conversationId, mode, owner } = props;
  const { user } = useSession();
  const run = useCommand();
  const [handsOver, setHandsOver] = useState(false);
  const [asksBlock, setAsksBlock] = useState(false);
  const [asksUntil, setAsksUntil] = useState(false);
  const [asksTags, setAsksTags] = useState(false);
  const [asksMisread, setAsksMisread] = useState(false);
  const lifting = useSaving();
  const toast = useToast();
  const isOver = mode === 'closed';
  const mine = owner?.id === user.id;
  // An agent may not take what a colleague has.
  const mayTake = !mine && (owner === null || user.role !== 'agent');
  const copyLink = () =>
    // Only a page of https, or of this machine, may write to the clipboard.
    (navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error('no clipboard'))).then(
      () => toast('Link copied. Anyone on your team can open it.'),
      () => toast(`Copy this link: ${location.href}`),
    );
  async function putAside(until: string) {
    if ((await run('conversation-snooze', { conversationId, until })) === null) return;
    toast(`Snoozed until ${untilTime(until)}. It comes back then or as soon as they write.`, () => void bringBack());
  }
  async function markUnread() {
    // An open conversation would be marked as read again at once, so it closes.
    if ((await run('conversation-unread', { conversationId })) !== null) goTo(null);
  }
  async function bringBack() {
    if ((await run('conversation-snooze', { conversationId, until: backNow })) !== null)
      toast('It’s back in the inbox.');
  }
  async function lift({ id }: BlockAnswer) {
    if (await lifting.run('DELETE /blocks/:id', { params: { id } }))
      toast('Unblocked. They can chat again, even on a page that’s already open.');
    else toast('Couldn’t unblock them. Try again.');
  }
  const blocked = props.blocks[0];
  async function assign(to: string | null) {
    const before = owner?.id ?? null;
    if ((await run('conversation-assign', { conversationId, to })) === null) return;
    const undo = () => void run('conversation-assign', { conversationId, to: before });
    toast(to === null ? 'Unassigned.' : 'Assigned to you.', undo);
  }
  const assignToMe = () => void assign(user.id);
  // In a column of its own, the name has the room; the actions are signs, or in the menu.
  const roomy = !props.back;
  return (
    <header className="column-head talk-head">
      {props.back ? (
        <ActionIcon variant="subtle" color="gray" size={32} aria-label="Back to the inbox" onClick={() => goTo(null)}>
          <Icon name="back" size={18} />
        </ActionIcon>
      ) : null}
      <div className="talk-head-who">
        <div className="talk-head-name">
          <h1 className="clip">{props.name}</h1>
          <PriorityChip priority={props.priority} />
          <TagChips ids={props.tags} most={roomy ? 3 : 1} />
        </div>
        <p className="clip">{props.about}</p>
      </div>
      <Viewers />
      {blocked === undefined ? null : <span className="blocked-word">Blocked {blockedUntil(blocked.until)}</span>}
      {isOver ? null : mine ? (
        <span className="owner-word">Yours</span>
      ) : !mayTake ? (
        <span className="owner-word">{`Assigned to ${owner?.name ?? 'a colleague'}`}</span>
      ) : roomy ? (
        <Tooltip label={owner ? `Assigned to ${owner.name}` : 'Unassigned'}>
          <Button variant="default" onClick={assignToMe}>
            Assign to me
          </Button>
        </Tooltip>
      ) : null}
      {roomy ? (
        <Switch
          size="xs"
          label="Show all activity"
          checked={props.showAll}
          onChange={(event) => props.onShowAll(event.currentTarget.checked)}
        />
      ) : null}
      {isOver ? null : (
        <CloseMenu
          conversationId={conversationId}
          opened={props.closing}
          onOpened={props.onClosing}
          onClosed={props.onClosed}
        >
          {roomy ? (
            <Button variant="default" title="e" rightSection={<Icon name="chevron" size={14} />}>
              Close
            </Button>
          ) : (
            <ActionIcon variant="subtle" color="gray" size={32} aria-label="Close">
              <Icon name="check" size={18} />
            </ActionIcon>
          )}
        </CloseMenu>
      )}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label="More actions">
            <Icon name="more" size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {roomy || isOver || !mayTake ? null : <Menu.Item onClick={assignToMe}>Assign to me</Menu.Item>}
          {roomy ? null : (
            <Menu.Item
              aria-current={props.showAll}
              onClick={() => props.onShowAll(!props.showAll)}
              rightSection={props.showAll ? <Icon name="check" size={14} /> : null}
            >
              Show all activity
            </Menu.Item>
          )}
          {isOver ? null : <Menu.Item onClick={() => void markUnread()}>Mark as unread</Menu.Item>}
          <Menu.Item onClick={() => setAsksTags(true)}>Tags…</Menu.Item>
          <Menu.Item onClick={() => void copyLink()}>Copy link</Menu.Item>
          {isOver ? null : <Menu.Item onClick={() => setHandsOver(true)}>Hand over…</Menu.Item>}
          {isOver || !mine ? null : <Menu.Item onClick={() => void assign(null)}>Unassign</Menu.Item>}
          {isOver ? null : (
            <>
              <Menu.Divider />
              <Menu.Label>Priority</Menu.Label>
              {Object.entries(priorityLabels).map(([value, label]) => (
                <Menu.Item
                  key={value}
                  aria-current={value === (props.priority ?? 'normal')}
                  onClick={() => void run('conversation-prioritise', { conversationId, priority: value as Priority })}
                  rightSection={value === (props.priority ?? 'normal') ? <Icon name="check" size={14} /> : null}
                >
                  {label}
                </Menu.Item>
              ))}
            </>
          )}
          {mode === 'bot' ? (
            <>
              <Menu.Divider />
              <Menu.Label>Pause Jorge</Menu.Label>
              <Menu.Item onClick={() => void run('bot-pause', { conversationId, minutes: 15 })}>
                For 15 minutes
              </Menu.Item>
              <Menu.Item onClick={() => void run('bot-pause', { conversationId, minutes: 60 })}>For 1 hour</Menu.Item>
              <Menu.Item onClick={() => void run('bot-pause', { conversationId })}>
                Until someone resumes Jorge
              </Menu.Item>
            </>
          ) : null}
          {isOver ? null : (
            <>
              <Menu.Divider />
              <Menu.Label>Snooze</Menu.Label>
              {props.aside ? <Menu.Item onClick={() => void bringBack()}>Bring back now</Menu.Item> : null}
              <Menu.Item onClick={() => void putAside(inAnHour())}>For 1 hour</Menu.Item>
              <Menu.Item onClick={() => void putAside(tomorrowAtNine())}>Until {untilTime(tomorrowAtNine())}</Menu.Item>
              <Menu.Item onClick={() => setAsksUntil(true)}>Until another day…</Menu.Item>
            </>
          )}
          <Menu.Divider />
          {props.blocks
            .filter(({ by }) => user.role !== 'agent' || by.id === user.id)
            .map((block) => (
              <Menu.Item key={block.id} onClick={() => void lift(block)}>
                {block.kind === 'visitor' ? 'Unblock this visitor' : 'Unblock their IP address'}
              </Menu.Item>
            ))}
          <Menu.Item onClick={() => setAsksMisread(true)}>Jorge got this wrong…</Menu.Item>
          <Menu.Item onClick={() => setAsksBlock(true)}>Block this visitor…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <LoadedWhenOpened
        opened={handsOver}
        sheet={(opened) => (
          <HandOverSheet
            conversationId={conversationId}
            bot={props.bot}
            ownerId={owner?.id ?? null}
            opened={opened}
            onClose={() => setHandsOver(false)}
          />
        )}
      />
      <LoadedWhenOpened
        opened={asksTags}
        sheet={(opened) => (
          <TagSheet
            opened={opened}
            onClose={() => setAsksTags(false)}
            title="Tags for this conversation"
            stateOf={(id) => props.tags.includes(id)}
            onSet={(id, on) =>
              void run('conversation-tag', { conversationId, add: on ? [id] : [], remove: on ? [] : [id] })
            }
          />
        )}
      />
      <LoadedWhenOpened
        opened={asksUntil}
        sheet={(opened) => (
          <SnoozeSheet opened={opened} onClose={() => setAsksUntil(false)} onUntil={(until) => void putAside(until)} />
        )}
      />
      <LoadedWhenOpened
        opened={asksBlock}
        sheet={(opened) => (
          <BlockSheet conversationId={conversationId} opened={opened} onClose={() => setAsksBlock(false)} />
        )}
      />
      <MisreadSheet conversationId={conversationId} opened={asksMisread} onClose={() => setAsksMisread(false)} />
    </header>
  );
}
