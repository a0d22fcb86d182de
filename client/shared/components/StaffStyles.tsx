import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

/** The page's policy takes a `<style>` that is added at run time only with this. Empty where no policy asks for one. */
const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// The code that locks the scrolling behind a dialog looks for it here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });

/** The look of the staff pages around what they show. */
export const StaffStyles = ({ children }: { children: ReactNode }) => (
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
    {children}
  </MantineProvider>
);
