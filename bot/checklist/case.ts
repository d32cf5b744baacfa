import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Answers } from './draft.ts';

/** Kinds of organisation a sharer can belong to; the fact `sharer-kind`. */
export const sharerKinds = [
  'council',
  'police',
  'health',
  'school',
  'probation',
  'housing',
  'fire',
  'voluntary',
  'central-government',
  'other',
] as const;

export type SharerKind = (typeof sharerKinds)[number];

/**
 * A case as the checklist sees it. Everything else (place, facts, findings, wording) is computed from it, so nothing
 * but the answers needs storing. The agreement is the answer under `agreement`.
 */
export interface Case {
  readonly knowledge: Pick<Knowledge, 'content' | 'questions' | 'agreements' | 'documents'>;
  readonly answers: Answers;
  /** The sharer's side; null when nobody has said yet, which offers what any kind of organisation may use. */
  readonly sharer: { readonly kind: SharerKind } | null;
}

/** The answer that stands for "no agreement we hold", e.g. the person is not sure which one applies. */
export const noAgreement = 'none';
