import { HostConfig } from 'adaptivecards';

const color = (name: string) => ({
  default: `var(--${name})`,
  subtle: `var(--${name}-subtle, var(--${name}))`,
});

const foregroundColors = {
  default: { default: 'var(--teams-text)', subtle: 'var(--teams-muted)' },
  accent: color('teams-accent'),
  attention: color('teams-attention'),
  good: color('teams-good'),
  warning: color('teams-warning'),
  light: { default: 'var(--teams-muted)', subtle: 'var(--teams-muted)' },
  dark: { default: 'var(--teams-text)', subtle: 'var(--teams-muted)' },
};
const emphasis = { backgroundColor: 'var(--teams-emphasis)', foregroundColors };

/** Sizes and spaces as Teams sets them; the colors are CSS variables and so follow light and dark. */
export const hostConfig = new HostConfig({
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 10, medium: 16, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--teams-line)' },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors },
    emphasis,
    accent: emphasis,
    good: { backgroundColor: 'var(--teams-good-fill)', foregroundColors },
    attention: emphasis,
    warning: emphasis,
  },
  actions: {
    maxActions: 6,
    spacing: 'Default',
    buttonSpacing: 8,
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    showCard: { actionMode: 'Inline', inlineTopMargin: 12 },
  },
  factSet: {
    title: { weight: 'Bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 16,
  },
  inputs: {
    label: {
      inputSpacing: 'Small',
      requiredInputs: { weight: 'Bolder', suffix: ' *', suffixColor: 'Attention' },
      optionalInputs: { weight: 'Bolder' },
    },
    errorMessage: { color: 'Attention', size: 'Small' },
  },
});
