import { createTheme, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#eef7f5',
  '#d9ece9',
  '#b0d9d3',
  '#82c4bc',
  '#2dd4bf',
  '#2a9d90',
  '#178479',
  '#0f766e',
  '#0c635c',
  '#084b46',
];

/** A cross alone says nothing to a screen reader. */
const closeButtonProps = { 'aria-label': 'Close' };

/** The look of every staff page: one accent, neutral greys, 14 px, radius 8, borders before shadows. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  colors: { teal },
  defaultRadius: 8,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif, "Noto Color Emoji"',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.4' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    // A popup stands in the part of the page that it belongs to: within a landmark, and as large as the text there.
    Menu: {
      defaultProps: {
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        shadow: 'sm',
        transitionProps: { duration: 0 },
      },
    },
    Tooltip: {
      defaultProps: { withinPortal: false, openDelay: 350, withArrow: false, transitionProps: { duration: 0 } },
    },
    Popover: { defaultProps: { withinPortal: false, shadow: 'sm', transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 }, closeButtonProps } },
    Modal: { defaultProps: { transitionProps: { duration: 0 }, centered: true, closeButtonProps } },
  },
});
