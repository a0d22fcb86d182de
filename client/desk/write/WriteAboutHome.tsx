import { VisuallyHidden } from '@mantine/core';
import { Icon } from '../../shared/components/Icon.tsx';
import { DeskLink } from '../DeskLink.tsx';
import { linkToWrite } from '../route.ts';

interface WriteAboutHomeProps {
  home: string;
  lead: string | undefined;
  talk: string;
  /** Among the tools of the reply box: a sign without its words. */
  asTool?: boolean;
}

const words = 'Write about this home';

/** Leads to the workbench, with the home, the lead and the conversation that the words may go into. */
export function WriteAboutHome({ asTool = false, ...about }: WriteAboutHomeProps) {
  return asTool ? (
    <DeskLink className="composer-tool" title={words} to={linkToWrite(about)}>
      <Icon name="home" size={18} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </DeskLink>
  ) : (
    <DeskLink className="link" to={linkToWrite(about)}>
      {words}
    </DeskLink>
  );
}
