import type { OpenMore } from './chatParts.ts';
import { openMore } from './more/openMore.ts';

// No name of its own on the page: the class of the first part, which asked for this file, is where it is handed over.
const chat = customElements.get('jorge-chat') as { more?: OpenMore } | undefined;
if (chat) chat.more = openMore;
