import { type CSSVariablesResolver, createTheme, Menu, Popover } from '@mantine/core';
import css from './floating.module.css';

const accent = 'var(--accent)';

/** Mantine's behavior in our looks: its dropdowns, dialogs and dates read the tokens. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, "Liberation Mono", Menlo, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '14px', xl: '16px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '10px', xl: '10px' },
  defaultRadius: 'sm',
  primaryColor: 'accent',
  colors: { accent: [accent, accent, accent, accent, accent, accent, accent, accent, accent, accent] },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Popover: Popover.extend({
      defaultProps: { transitionProps: { duration: 120 } },
      classNames: { dropdown: css.floating ?? '' },
    }),
    Menu: Menu.extend({
      // inside its landmark, so that a screen reader does not find it beside the page
      defaultProps: {
        transitionProps: { duration: 120 },
        shadow: 'none',
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
      classNames: { dropdown: css.menu ?? '', item: css.option ?? '', label: css.heading ?? '' },
    }),
  },
});

/** The few Mantine variables that decide ground, ink and edges. */
export const mantineVariables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--control)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-light': 'var(--accent-weak)',
    '--mantine-primary-color-light-hover': 'var(--accent-weak)',
    '--mantine-primary-color-light-color': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-line-height': '18px',
  };
  return { variables: {}, light: ours, dark: ours };
};
