/**
 * How Teams draws cards, as far as the renderer lets a host say it. Sizes and colours are those that Microsoft publishes
 * for Teams with the renderer (AdaptiveCards repository, `samples/HostConfig/microsoft-teams-light.json` and `-dark`);
 * the renderer leaves buttons and fields to the host's style sheet, so ours are drawn after the client's.
 */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Widths that cards are looked at: a narrow phone, and the chat of a desktop. */
export const widths = [320, 700] as const;

const colour = (strong: string, subtle: string) => ({ default: strong, subtle });

const light = {
  default: colour('#ff252424', '#bf252424'),
  dark: colour('#252424', '#bf252424'),
  light: colour('#ffffff', '#fff3f2f1'),
  accent: colour('#6264a7', '#8b8cc7'),
  good: colour('#92c353', '#e592c353'),
  warning: colour('#f8d22a', '#e5f8d22a'),
  attention: colour('#c4314b', '#e5c4314b'),
};
const dark = {
  default: colour('#ffffffff', '#bfffffff'),
  dark: colour('#ff201f1f', '#ff2d2c2c'),
  light: colour('#ffffffff', '#bfffffff'),
  accent: colour('#ffa6a7dc', '#ff8b8cc7'),
  good: colour('#ff92c353', '#e592c353'),
  warning: colour('#fff8d22a', '#e5f8d22a'),
  attention: colour('#ffd74654', '#e5d74654'),
};
/** On a coloured band both themes write dark. */
const onBand = { ...dark, default: colour('#ff201f1f', '#ff2d2c2c') };

const style = (backgroundColor: string, foregroundColors: object) => ({ backgroundColor, foregroundColors });

const bands = (foregroundColors: object) => ({
  accent: style('#C7DEF9', foregroundColors),
  good: style('#CCFFCC', foregroundColors),
  attention: style('#FFC5B2', foregroundColors),
  warning: style('#FFE2B2', foregroundColors),
});

const containerStyles = {
  light: { default: style('#ffffff', light), emphasis: style('#fff9f8f7', light), ...bands(light) },
  dark: { default: style('#ff2d2c2c', dark), emphasis: style('#ff292828', dark), ...bands(onBand) },
};

/** What the renderer takes as its host configuration. */
export const hostConfig = (theme: Theme) => ({
  supportsInteractivity: true,
  fontFamily: "'Segoe UI', Tahoma, Geneva, Verdana, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#EEEEEE' },
  textStyles: { heading: { size: 'large', weight: 'bolder' } },
  textBlock: { headingLevel: 2 },
  containerStyles: containerStyles[theme],
  actions: {
    maxActions: 6,
    spacing: 'default',
    // The style sheet spaces buttons, so that a broken row begins at the left.
    buttonSpacing: 0,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
  },
  adaptiveCard: { allowCustomStyle: false },
});

interface Paint {
  readonly page: string;
  readonly card: string;
  readonly ink: string;
  readonly edge: string;
  readonly positive: string;
  readonly destructive: string;
}

const paints: Readonly<Record<Theme, Paint>> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    ink: '#242424',
    edge: '#767676',
    positive: '#5b5fc7',
    destructive: '#c4314b',
  },
  dark: {
    page: '#1f1f1f',
    card: '#2d2c2c',
    ink: '#ffffff',
    edge: '#9e9e9e',
    positive: '#5b5fc7',
    destructive: '#c4314b',
  },
};

/** Style sheet of one theme, under the attribute `data-theme`. */
export function themeCss(theme: Theme): string {
  const { page, card, ink, edge, positive, destructive } = paints[theme];
  const within = `[data-theme=${theme}]`;
  const button = `${within} .ac-pushButton`;
  return [
    `${within}{background:${page};color:${ink};color-scheme:${theme}}`,
    `${within} .card{background:${card};border-color:${edge}}`,
    `${button}{background:${card};color:${ink};border:1px solid ${edge}}`,
    `${button}.style-positive{background:${positive};border-color:${positive};color:#fff}`,
    `${button}.style-destructive{background:${destructive};border-color:${destructive};color:#fff}`,
    `${within} :is(input,textarea,select).ac-input{background:${card};color:${ink};border:1px solid ${edge}}`,
    `${within} :is(label,span,p,li){color:inherit}`,
  ].join('\n');
}
