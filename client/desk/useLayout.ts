import { useMediaQuery } from '@mantine/hooks';
import { useIsPhone } from '../shared/components/useIsPhone.ts';

/** `wide`: three columns. `folded`: the rail is under the talk's head. `phone`: one column at a time. */
export type Layout = 'wide' | 'folded' | 'phone';

/** How much room the window has, followed as it changes. */
export function useLayout(): Layout {
  const isPhone = useIsPhone();
  const isFolded = useMediaQuery('(max-width: 1280px)', false, { getInitialValueInEffect: false });
  return isPhone ? 'phone' : isFolded ? 'folded' : 'wide';
}
