import { describe, expect, it } from 'vitest';
import { keepTyped, readAnswers } from '../../bot/checklist/readAnswers.ts';
import { stepOf } from '../../bot/checklist/steps.ts';
import type { Step } from '../../bot/checklist/walk.ts';
import { filledCase } from '../make/checklistCase.ts';

const theCase = filledCase({ told: 'not-told', 'telling-risk': 'investigation', objection: 'yes' });
function card(question: string): Step {
  const step = stepOf(theCase, question);
  if (!step) throw new Error(`${question} does not apply`);
  return step;
}

const recipient = {
  'recipient-organisation': '  Exampleton Council ',
  'recipient-kind': 'council',
  'recipient-role': 'duty social worker',
  'recipient-signed': 'yes',
};

describe('reading a card', () => {
  it('trims words and marks an optional field that was left empty', () => {
    expect(readAnswers(card('recipient'), recipient)).toEqual({
      kind: 'ok',
      answers: { ...recipient, 'recipient-organisation': 'Exampleton Council', 'case-reference': '' },
    });
  });

  it('ignores what this card does not ask', () => {
    const read = readAnswers(card('recipient'), { ...recipient, decision: 'share', toString: 'x' });
    expect(Object.keys(read.answers)).toHaveLength(5);
  });

  it('says what is missing, and keeps the rest', () => {
    const read = readAnswers(card('recipient'), { ...recipient, 'recipient-role': '   ' });
    expect(read).toMatchObject({
      kind: 'problems',
      problems: [{ key: 'recipient-role', message: 'Tell us which job role would receive it.' }],
      answers: { 'recipient-organisation': 'Exampleton Council', 'recipient-kind': 'council' },
    });
  });

  it('keeps words that are too long, and names the limit', () => {
    const words = 'x'.repeat(41);
    const read = readAnswers(card('recipient'), { ...recipient, 'case-reference': words });
    expect(read).toMatchObject({
      kind: 'problems',
      problems: [{ message: 'Tell us your case reference in 40 characters or fewer. You have used 41.' }],
      answers: { 'case-reference': words },
    });
  });

  it.each(['share-it-all', 'council ', '__proto__', 'council,police'])('refuses the option “%s”', (option) => {
    const read = readAnswers(card('recipient'), { ...recipient, 'recipient-kind': option });
    if (option.trim() === 'council') return expect(read.kind).toBe('ok');
    expect(read).toMatchObject({ kind: 'problems', problems: [{ key: 'recipient-kind' }] });
    expect(read.answers).not.toHaveProperty('recipient-kind');
  });

  it('reads several choices in the order of the options, each once', () => {
    const raw = { 'objection-kinds': 'complaint, asked-not-to,complaint', 'objection-considered': 'Weighed.' };
    expect(readAnswers(card('objection-more'), raw)).toEqual({
      kind: 'ok',
      answers: { 'objection-kinds': ['asked-not-to', 'complaint'], 'objection-considered': 'Weighed.' },
    });
  });

  it('refuses a choice that is not offered and keeps the others', () => {
    const read = readAnswers(card('objection-more'), { 'objection-kinds': 'complaint,bribe' });
    expect(read).toMatchObject({ kind: 'problems', answers: { 'objection-kinds': ['complaint'] } });
  });

  it.each(['', ',', ' , '])('takes “%s” for no choice at all', (chosen) => {
    const read = readAnswers(card('objection-more'), { 'objection-kinds': chosen });
    expect(read).toMatchObject({
      kind: 'problems',
      problems: [{ key: 'objection-kinds', message: 'Tell us what kind of request it is.' }],
    });
  });

  it.each([
    ['2026-12-01', 'ok'],
    ['', 'ok'],
    ['2026-02-29', 'problems'],
    ['1 December', 'problems'],
  ])('takes the day “%s” as %s', (day, kind) => {
    const typed = { 'telling-risk': 'investigation', 'not-told-reason': 'Risk.', 'tell-later': day };
    expect(readAnswers(card('told-more'), typed).kind).toBe(kind);
  });

  it('takes control characters out and keeps line ends', () => {
    const read = readAnswers(card('told-more'), { 'not-told-reason': 'one\r\ntwo\u0000\u001b', 'tell-later': '' });
    expect(read.answers['not-told-reason']).toBe('one\ntwo');
  });

  it('says “Tell us” in every problem of every card', () => {
    for (const { id } of theCase.knowledge.questions) {
      const step = stepOf(theCase, id);
      const read = step && readAnswers(step, {});
      if (read?.kind !== 'problems') continue;
      for (const { message } of read.problems) expect(message).toMatch(/^Tell us .+[^.]\.$/);
    }
  });
});

describe('going back or leaving', () => {
  const long = 'x'.repeat(2000);

  it('keeps what was typed and checks nothing', () => {
    const raw = {
      'recipient-organisation': ' Half ',
      'recipient-role': '',
      'case-reference': long,
      'recipient-kind': 'x',
    };
    expect(keepTyped(card('recipient'), raw, {})).toEqual({ 'recipient-organisation': 'Half', 'case-reference': long });
  });

  it('keeps a field that was emptied as empty, so that it is asked again', () => {
    const before = { 'recipient-role': 'nurse' };
    expect(keepTyped(card('recipient'), { 'recipient-role': '' }, before)).toEqual({ 'recipient-role': '' });
  });

  it('leaves alone what the card did not send', () => {
    expect(keepTyped(card('recipient'), {}, { 'recipient-role': 'nurse' })).toEqual({});
  });
});
