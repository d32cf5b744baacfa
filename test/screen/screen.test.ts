import { describe, expect, it } from 'vitest';
import { kindWords } from '../../bot/screen/kindWords.ts';
import { masked, maskedWhere, screen } from '../../bot/screen/screen.ts';

const today = new Date('2026-11-22');
const mask = (text: string): string => masked(text, today).text;
const finds = (text: string): string[] =>
  screen(text, today).map(({ kind, level, start, end }) => `${kind} ${level} ${text.slice(start, end)}`);

describe('The screen takes out what is certainly somebody’s', () => {
  it.each([
    ['an NHS number in its layout', 'his number is 943 476 5919 today', 'his number is [nhs-number] today'],
    ['an NHS number after the word', 'NHS no 9990000018', 'NHS no [nhs-number]'],
    ['a National Insurance number', 'NI AB 12 34 56 D given', 'NI [ni-number] given'],
    ['a mobile number', 'ring 07700 900123 after 5', 'ring [phone] after 5'],
    ['a personal mail address', 'write to ‘pat.example@example.invalid’.', 'write to ‘[email]’.'],
    ['two kinds in one text', '943 476 5919 and 07700 900123', '[nhs-number] and [phone]'],
    ['two run together', '07700900123/07700900456', '[phone]/[phone]'],
    ['what shows only once its neighbour is gone', 'ring 07700900123B801200005001', 'ring [phone][upn]'],
    ['what begins inside something that is none', 'born at 0 03 04 2011', 'born at 0 [dob]'],
    ['what stands in brackets', '(DOB 03/04/2011)', '(DOB [dob])'],
  ])('%s', (_name, text, clean) => {
    expect(mask(text)).toBe(clean);
  });

  it('and only points at what it is less sure of, names above all', () => {
    const text = 'Mrs Jane Sample of ME14 1ZZ rang from 01632 960123';
    expect(mask(text)).toBe(text);
    expect(finds(text)).toEqual([
      'name medium Mrs Jane Sample',
      'postcode medium ME14 1ZZ',
      'phone medium 01632 960123',
    ]);
  });

  it('names each kind that was taken, in the order of the text', () => {
    expect(masked('born 03/04/2011, NHS 9990000018, born 3/3/87', today).kinds).toEqual(['dob', 'nhs-number', 'dob']);
    expect(kindWords.dob).toBe('a date of birth');
  });
});

describe('Taking out only what is wanted', () => {
  const text = 'Mrs Jane Sample, 07700 900123, office 07700 900456, ME14 1ZZ';

  it.each<[string, (level: string, value: string) => boolean, string]>([
    ['everything that is certain', (level) => level === 'high', 'Mrs Jane Sample, [phone], office [phone], ME14 1ZZ'],
    [
      'not what somebody calls nobody’s',
      (level, value) => level === 'high' && value !== '07700 900456',
      'Mrs Jane Sample, [phone], office 07700 900456, ME14 1ZZ',
    ],
    [
      'what was only pointed at, on request',
      (level, value) => level === 'high' || value === 'ME14 1ZZ',
      'Mrs Jane Sample, [phone], office [phone], [postcode]',
    ],
    ['nothing', () => false, text],
    ['everything', () => true, '[name], [phone], office [phone], [postcode]'],
  ])('%s, and the same again takes no more', (_name, wants, clean) => {
    const once = maskedWhere(text, today, ({ level }, value) => wants(level, value));
    expect(once.text).toBe(clean);
    expect(maskedWhere(once.text, today, ({ level }, value) => wants(level, value))).toEqual({
      text: clean,
      kinds: [],
    });
  });
});

describe('Places point into the text as given', () => {
  it.each([
    ['plain', 'NHS 943 476 5919', '943 476 5919'],
    ['behind a face, which is two units long', '😀 NHS 943 476 5919', '943 476 5919'],
    ['with no-break spaces', 'NHS 943\u00a0476\u00a05919.', '943\u00a0476\u00a05919'],
    ['with something unseen inside', 'NHS 943\u200b476\u200b5919\u200b.', '943\u200b476\u200b5919'],
    ['in full-width digits', '号９４３ ４７６ ５９１９', '９４３ ４７６ ５９１９'],
    ['with a last digit that is two units long', 'NHS 943 476 591𝟗!', '943 476 591𝟗'],
    ['behind letters that become two', 'ﬁle ﬂag ½ … 943 476 5919', '943 476 5919'],
    ['over a run of spaces and a line end', 'NHS 943  476 \r\n 5919', '943  476 \r\n 5919'],
    ['with dashes of other kinds', 'NHS 943\u2013476\u22125919', '943\u2013476\u22125919'],
  ])('%s', (_name, text, value) => {
    const [found] = screen(text, today);
    expect(text.slice(found?.start, found?.end)).toBe(value);
  });
});

describe('Where two overlap', () => {
  it.each([
    ['the certain one wins', 'NHS number 7654321988, mobile', ['nhs-number high 7654321988']],
    ['the longer one wins', 'reach pat.07700900123@example.com', ['email high pat.07700900123@example.com']],
    ['the rest of the other stays untouched', 'sort code 12-34-56 12345678', ['bank high 12-34-56 12345678']],
  ])('%s', (_name, text, expected) => {
    expect(finds(text)).toEqual(expected);
  });
});

describe('What was masked before', () => {
  it('is nothing to find', () => {
    for (const kind of Object.keys(kindWords)) expect(finds(`born [${kind}] or [${kind}]`), kind).toEqual([]);
  });

  it('speaks for no value beside it', () => {
    expect(finds('[nhs-number] and 9990000018')).toEqual([]);
    expect(finds('NHS [phone] 9990000018')).toEqual([]);
    expect(finds('9990000018 [phone] NHS')).toEqual([]);
  });
});
