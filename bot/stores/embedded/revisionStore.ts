import type { Revision, RevisionStore } from '../ports.ts';
import { openCollection } from './collection.ts';
import type { FileSystem } from './fileSystem.ts';
import { revisionShape } from './shapes.ts';

export async function openRevisionStore(
  fs: FileSystem,
  folder: string,
): Promise<RevisionStore & { idle(): Promise<void> }> {
  const revisions = await openCollection<Revision>(fs, folder, {
    idOf: (revision) => String(revision.number),
    shape: revisionShape,
  });
  return {
    all: async () => revisions.all().sort((a, b) => a.number - b.number),
    async publish(revision) {
      let isNext = false;
      await revisions.change(String(revision.number), (current) => {
        isNext = current === null && revision.number === revisions.all().length + 1;
        return isNext ? { next: revision } : 'leave';
      });
      return { kind: isNext ? 'published' : 'conflict' };
    },
    idle: () => revisions.idle(),
  };
}
