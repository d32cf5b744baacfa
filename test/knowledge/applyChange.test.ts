import { describe, expect, it } from 'vitest';
import { applyChange } from '../../knowledge/revision/applyChange.ts';
import type { Change } from '../../knowledge/revision/change.ts';
import { editableFields, editableTexts } from '../../knowledge/revision/editable.ts';
import { makeContent } from '../make/content.ts';

const content = makeContent();
const change = (changes: Partial<Change>): Change => ({
  target: 'agreement:asb',
  field: 'alias',
  before: null,
  after: 'nuisance',
  ...changes,
});

function applied(changes: Partial<Change>) {
  const result = applyChange(content, change(changes));
  if (result.kind === 'refused') throw new Error(result.problems.map(({ problem }) => problem).join());
  return result.content;
}

function refused(changes: Partial<Change>) {
  const result = applyChange(content, change(changes));
  return result.kind === 'refused' ? result.problems.map(({ problem }) => problem) : 'applied';
}

describe('a change', () => {
  it.each(['agreement:asb', 'topic:plain-email'])('can add, replace and take away each field of %s', (target) => {
    for (const field of editableFields) {
      const [before = ''] = editableTexts(content, target, field);
      const replaced = applied({ target, field, before, after: 'Other words.' });
      expect(editableTexts(replaced, target, field)[0]).toBe('Other words.');
      if (field === 'summary') continue;
      const texts = editableTexts(content, target, field);
      expect(editableTexts(applied({ target, field, after: ' One more. ' }), target, field)).toEqual([
        ...texts,
        'One more.',
      ]);
      expect(editableTexts(applied({ target, field, before, after: null }), target, field)).toEqual(texts.slice(1));
    }
  });

  it('leaves the content it was given, and everything else in the new one, as it was', () => {
    const frozen = structuredClone(content);
    const after = applied({});
    expect(content).toEqual(frozen);
    expect(after).not.toEqual(frozen);
    expect({ ...after, agreements: frozen.agreements }).toEqual(frozen);
  });

  it('keeps the sources of a summary that is said in other words', () => {
    const before = editableTexts(content, 'agreement:asb', 'summary')[0] ?? '';
    const after = applied({ field: 'summary', before, after: 'Nuisance.' });
    expect(after.agreements[2]?.summary.sources).toEqual(content.agreements[2]?.summary.sources);
  });

  it('is refused when its former text has gone, so that nobody’s change is overwritten', () => {
    expect(refused({ before: 'gone' })).toEqual(['has changed since you opened it']);
    expect(refused({ field: 'summary', before: 'gone' })).toEqual(['has changed since you opened it']);
  });

  it('is refused when it has nothing to do or would take the summary away', () => {
    const before = editableTexts(content, 'agreement:asb', 'summary')[0] ?? '';
    expect(refused({ before: null, after: null })).toEqual(['has nothing to change']);
    expect(refused({ field: 'summary', before, after: null })).toEqual(['cannot be taken away']);
  });

  it.each(['agreement:gone', 'topic:gone', 'rule:R01', 'asb', '', 'agreement:', 'topic:__proto__'])(
    'is refused for the target “%s”, which is not there',
    (target) => expect(refused({ target })).toEqual(['is not in the content']),
  );
});
