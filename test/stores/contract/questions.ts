import { describe, expect, it } from 'vitest';
import type { AskedQuestion } from '../../../bot/stores/ports.ts';
import { aDraft, aQuestion } from '../../make/record.ts';
import type { Engine } from '../contract.ts';

const now = new Date('2026-11-23T10:00:00Z');
const ids = (questions: readonly AskedQuestion[]) => questions.map(({ id }) => id);

export function questionsContract(engine: () => Engine) {
  const questions = () => engine().stores.questions;

  describe('questions for the IG team', () => {
    it('are given back as sent, also after a restart', async () => {
      const question = aQuestion({ words: { question: 'Line one\nline “two”', tried: '', answer: '' } });
      expect(await questions().add(structuredClone(question))).toEqual({ kind: 'added' });
      expect(await questions().open(question.id, now)).toEqual(question);
      await engine().reopen();
      expect(await questions().open(question.id, now)).toEqual(question);
      expect(await questions().open('nobody', now)).toBeNull();
    });

    it('are made once: of twenty with one id the first stands', async () => {
      const question = aQuestion();
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) => questions().add({ ...question, asker: `asker-${index}` })),
      );
      expect(outcomes.map(({ kind }) => kind).filter((kind) => kind === 'added')).toHaveLength(1);
      expect((await questions().open(question.id, now))?.asker).toBe('asker-0');
    });

    it('are listed by asker and by state, oldest first', async () => {
      const old = aQuestion({ at: '2026-11-21T10:00:00.000Z' });
      const young = aQuestion({ at: '2026-11-22T10:00:00.000Z', state: 'withdrawn', words: null });
      const other = aQuestion({ asker: 'other', at: '2026-11-20T10:00:00.000Z' });
      for (const question of [young, old, other]) await questions().add(question);
      expect(ids(await questions().list({}, now))).toEqual([other.id, old.id, young.id]);
      expect(ids(await questions().list({ asker: old.asker }, now))).toEqual([old.id, young.id]);
      expect(ids(await questions().list({ asker: old.asker, state: 'waiting' }, now))).toEqual([old.id]);
    });

    it('are changed in one step, so that of two answers the first is seen by the second', async () => {
      const question = aQuestion();
      await questions().add(question);
      const seen: string[] = [];
      const answer = (by: string) =>
        questions().change(question.id, now, (current) => {
          seen.push(current.state);
          if (current.state !== 'waiting') return current;
          return { ...current, state: 'answered', answered: { by, at: now.toISOString(), label: 'asb' } };
        });
      const [first, second] = await Promise.all([answer('one'), answer('two')]);
      expect(seen).toEqual(['waiting', 'answered']);
      expect([first?.answered?.by, second?.answered?.by]).toEqual(['one', 'one']);
      await engine().reopen();
      expect((await questions().open(question.id, now))?.answered?.by).toBe('one');
      expect(await questions().change('nobody', now, (current) => current)).toBeNull();
    });

    it('can lose their words and stay', async () => {
      const question = aQuestion();
      await questions().add(question);
      await questions().change(question.id, now, (current) => ({ ...current, state: 'withdrawn', words: null }));
      await engine().reopen();
      expect(await questions().open(question.id, now)).toEqual({ ...question, state: 'withdrawn', words: null });
    });

    it('are not found from the instant on at which they are over, and say no words to whoever deletes them', async () => {
      const question = aQuestion({ until: '2026-11-23T10:00:00.000Z' });
      const living = aQuestion({ until: '2026-11-23T10:00:00.001Z' });
      for (const one of [question, living]) await questions().add(one);
      const justBefore = new Date(now.getTime() - 1);
      expect(await questions().open(question.id, justBefore)).toEqual(question);
      expect(await questions().expired(justBefore)).toEqual([]);

      expect(await questions().open(question.id, now)).toBeNull();
      expect(ids(await questions().list({}, now))).toEqual([living.id]);
      expect(await questions().change(question.id, now, (current) => ({ ...current, state: 'answered' }))).toBeNull();
      expect(await questions().expired(now)).toEqual([{ ...question, words: null }]);
    });

    it('are gone when deleted, and deleting twice does no harm', async () => {
      const question = aQuestion();
      await questions().add(question);
      await questions().delete(question.id);
      await questions().delete(question.id);
      await engine().reopen();
      expect(await questions().list({}, now)).toEqual([]);
      expect(await questions().add(question)).toEqual({ kind: 'added' });
    });

    it('may have the id of a draft, and each stays what it is', async () => {
      const draft = aDraft();
      const question = aQuestion({ id: draft.id });
      await questions().add(question);
      await engine().stores.drafts.save(draft, 0);
      await engine().reopen();
      expect(await questions().open(question.id, now)).toEqual(question);
      expect((await engine().stores.drafts.open(draft.id))?.answers).toEqual(draft.answers);
    });
  });
}
