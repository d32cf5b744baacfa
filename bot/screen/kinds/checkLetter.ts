/** Letters that check a PNC or CRO number, by remainder of 23. */
const police = 'ZABCDEFGHJKLMNPQRTUVWXY';
/** Letters that check a pupil number, by remainder of 23. */
const pupil = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** The letter of year (two digits) and serial number together, e.g. `79` and `0123456` give `T`. */
export const policeLetter = (year: string, serial: string): string => police[Number(year + serial) % 23] ?? '';

/** The letter of the twelve characters behind it: weights 2 to 13; a last letter counts as its place. */
export function pupilLetter(rest: string): string {
  const values = [...rest].map((unit) => (/\d/.test(unit) ? Number(unit) : pupil.indexOf(unit)));
  return pupil[values.reduce((sum, value, place) => sum + value * (place + 2), 0) % 23] ?? '';
}
