import { ActionIcon, Button, Menu, Switch, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { BlockAnswer } from '../../src/contract/blocks.ts';
import type { Mode } from '../../src/contract/values.ts';
import { Icon } from '../shared/ui/Icon.tsx';
import { useSession } from '../shared/ui/SessionContext.ts';
import { useCommand, useTell } from '../shared/ui/Tell.tsx';
import { untilTime } from '../shared/ui/times.ts';
import { BlockSheet } from './BlockSheet.tsx';
import { blockedUntil } from './blockWords.ts';
import { CloseMenu } from './CloseMenu.tsx';
import { HandOverSheet } from './HandOverSheet.tsx';
import { MisreadSheet } from './MisreadSheet.tsx';
import { goTo } from './route.ts';
import { useSaving } from './settings/useLoaded.ts';

interface TalkHeadProps {
  conversationId: string;
  name: string;
  about: string;
  mode: Mode;
  bot: string | undefined;
  owner: { id: string; name: string } | null;
  /** Put aside, and not yet back. */
  aside: boolean;
  /** What keeps the visitor out of the chat. */
  blocks: readonly BlockAnswer[];
  talkOnly: boolean;
  onTalkOnly(on: boolean): void;
  /** Where the column stands alone: the way back to the inbox. */
  back: boolean;
  /** Whether it is being asked how the conversation ended. */
  closing: boolean;
  onClosing(on: boolean): void;
  /** It is over: on to the next. */
  onClosed(): void;
}

/** Who it is, what they want, and what can be done with the conversation as a whole. */
export function TalkHead(props: TalkHeadProps) {
  const { conversationId, mode, owner } = props;
  const { user } = useSession();
  const run = useCommand();
  const [handsOver, setHandsOver] = useState(false);
  const [asksBlock, setAsksBlock] = useState(false);
  const [asksMisread, setAsksMisread] = useState(false);
  const lifting = useSaving();
  const tell = useTell();
  const isOver = mode === 'closed';
  const mine = owner?.id === user.id;
  const copyLink = () =>
    // Only a page of https, or of this machine, may write to the clipboard.
    (navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error('no clipboard'))).then(
      () => tell('The link is copied. Whoever of your team opens it sees this conversation.'),
      () => tell(`Copy this link: ${location.href}`),
    );
  async function putAside(until: string) {
    if ((await run('conversation-snooze', { conversationId, until })) === null) return;
    tell(`Put aside until ${untilTime(until)}. It comes back then, or as soon as they write.`);
  }
  async function bringBack() {
    const until = new Date().toISOString();
    if ((await run('conversation-snooze', { conversationId, until })) !== null) tell('It is back among the open ones.');
  }
  async function lift({ id }: BlockAnswer) {
    if (await lifting.run('DELETE', `/blocks/${id}`)) tell('Lifted. They may chat again, in a page that is open too.');
    else tell('The block was not lifted. Try again.');
  }
  const blocked = props.blocks[0];
  const assignToMe = () => void run('conversation-assign', { conversationId, to: user.id });
  // Where the column stands alone, the name has the room; the actions are in the menu and within the thumb's reach below.
  const roomy = !props.back;
  return (
    <header className="column-head talk-head">
      {props.back ? (
        <ActionIcon variant="subtle" color="gray" size={32} aria-label="Back to the inbox" onClick={() => goTo(null)}>
          <Icon name="back" size={18} />
        </ActionIcon>
      ) : null}
      <div className="talk-head-who">
        <h1 className="clip">{props.name}</h1>
        <p className="clip">{props.about}</p>
      </div>
      {blocked === undefined ? null : <span className="blocked-word">Blocked {blockedUntil(blocked.until)}</span>}
      {isOver ? null : mine ? (
        <span className="owner-word">Yours</span>
      ) : roomy ? (
        <Tooltip label={owner ? `Now assigned to ${owner.name}` : 'Now assigned to nobody'}>
          <Button variant="default" onClick={assignToMe}>
            Assign to me
          </Button>
        </Tooltip>
      ) : null}
      {roomy ? (
        <Switch
          size="xs"
          label="Talk only"
          checked={props.talkOnly}
          onChange={(event) => props.onTalkOnly(event.currentTarget.checked)}
        />
      ) : null}
      {isOver || !roomy ? null : (
        <CloseMenu
          conversationId={conversationId}
          position="bottom-end"
          opened={props.closing}
          onOpened={props.onClosing}
          onClosed={props.onClosed}
        >
          <Button variant="default" title="e">
            Close and next
          </Button>
        </CloseMenu>
      )}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label="More for this conversation">
            <Icon name="more" size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {roomy || isOver || mine ? null : <Menu.Item onClick={assignToMe}>Assign to me</Menu.Item>}
          {roomy ? null : (
            <Menu.Item
              aria-current={props.talkOnly}
              onClick={() => props.onTalkOnly(!props.talkOnly)}
              rightSection={props.talkOnly ? <Icon name="check" size={14} /> : null}
            >
              Talk only
            </Menu.Item>
          )}
          <Menu.Item onClick={() => void copyLink()}>Copy link</Menu.Item>
          {isOver ? null : <Menu.Item onClick={() => setHandsOver(true)}>Hand over…</Menu.Item>}
          {mode === 'bot' ? (
            <>
              <Menu.Divider />
              <Menu.Label>Pause Jorge</Menu.Label>
              <Menu.Item onClick={() => void run('bot-pause', { conversationId, minutes: 15 })}>
                For 15 minutes
              </Menu.Item>
              <Menu.Item onClick={() => void run('bot-pause', { conversationId, minutes: 60 })}>For 1 hour</Menu.Item>
              <Menu.Item onClick={() => void run('bot-pause', { conversationId })}>Until someone resumes it</Menu.Item>
            </>
          ) : null}
          {isOver ? null : (
            <>
              <Menu.Divider />
              <Menu.Label>Put aside</Menu.Label>
              {props.aside ? <Menu.Item onClick={() => void bringBack()}>Bring back now</Menu.Item> : null}
              <Menu.Item onClick={() => void putAside(inAnHour())}>For 1 hour</Menu.Item>
              <Menu.Item onClick={() => void putAside(tomorrowAtNine())}>Until {untilTime(tomorrowAtNine())}</Menu.Item>
              {mine ? (
                <Menu.Item onClick={() => void run('conversation-assign', { conversationId, to: null })}>
                  Assign to nobody
                </Menu.Item>
              ) : null}
            </>
          )}
          <Menu.Divider />
          {props.blocks
            .filter(({ by }) => user.role !== 'agent' || by.id === user.id)
            .map((block) => (
              <Menu.Item key={block.id} onClick={() => void lift(block)}>
                {block.kind === 'visitor' ? 'Lift the block' : 'Lift the block of their address'}
              </Menu.Item>
            ))}
          <Menu.Item onClick={() => setAsksMisread(true)}>Jorge got this wrong…</Menu.Item>
          <Menu.Item onClick={() => setAsksBlock(true)}>Block this visitor…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <HandOverSheet
        conversationId={conversationId}
        bot={props.bot}
        ownerId={owner?.id ?? null}
        opened={handsOver}
        onClose={() => setHandsOver(false)}
      />
      <BlockSheet conversationId={conversationId} opened={asksBlock} onClose={() => setAsksBlock(false)} />
      <MisreadSheet conversationId={conversationId} opened={asksMisread} onClose={() => setAsksMisread(false)} />
    </header>
  );
}

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();
/** By the agent's own clock. */
function tomorrowAtNine(): string {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  day.setHours(9, 0, 0, 0);
  return day.toISOString();
}
