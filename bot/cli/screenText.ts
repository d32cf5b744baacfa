import type { Identifier } from '../screen/screen.ts';
import type { Figures } from './screenFigures.ts';

/** What was found in one text. */
export interface Screened {
  readonly id: string;
  readonly found: readonly Identifier[];
}

/** Kinds and places, one find a line; never the values. */
export function screenedText(items: readonly Screened[]): string {
  const finds = items.flatMap(({ id, found }) => found.map((one) => ({ id, ...one })));
  return [
    `${items.length} texts, ${finds.length} finds, ${finds.filter(({ level }) => level === 'high').length} of them certain`,
    ...finds.map(({ id, kind, level, start, end }) => line(id, kind, level, `${start}-${end}`)),
  ].join('\n');
}

/** How the screen does on labelled sentences: overall, then kind by kind. */
export function figuresText({ byKind, wrong, ...figures }: Figures): string {
  const { sentences, clean, cleanMasked, cleanTouched, highCaught, mediumCaught } = figures;
  const { cleanMaskedShare, cleanTouchedShare } = figures;
  return [
    `${sentences} sentences, ${clean} of them clean`,
    `certain (high): ${highCaught.toFixed(1)} % found; asked about (medium): ${mediumCaught.toFixed(1)} % found`,
    `clean sentences wrongly masked: ${cleanMasked} (${cleanMaskedShare.toFixed(1)} %), masked or asked about: ${cleanTouched} (${cleanTouchedShare.toFixed(1)} %)`,
    '',
    line('kind', 'caught', 'missed', 'false alarms'),
    ...Object.entries(byKind).map(([kind, { wanted, caught, falseAlarms }]) =>
      line(kind, String(caught), String(wanted - caught), String(falseAlarms)),
    ),
    ...(wrong.length > 0 ? ['', `wrong in: ${wrong.join(', ')}`] : []),
  ].join('\n');
}

const line = (name: string, ...cells: readonly string[]): string =>
  [name.padEnd(22), ...cells.map((cell) => cell.padEnd(21))].join('').trimEnd();
