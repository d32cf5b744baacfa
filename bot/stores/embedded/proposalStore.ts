import type { Proposal, ProposalStore } from '../ports.ts';
import { openCollection } from './collection.ts';
import type { FileSystem } from './fileSystem.ts';
import type { Damaged } from './setAside.ts';
import { proposalShape } from './shapes.ts';

export async function openProposalStore(
  fs: FileSystem,
  folder: string,
  onDamaged: (damaged: Damaged) => void,
): Promise<ProposalStore & { idle(): Promise<void> }> {
  const proposals = await openCollection<Proposal>(fs, folder, {
    idOf: ({ id }) => id,
    shape: proposalShape,
    spare: { ownerOf: ({ proposedBy }) => proposedBy, take: onDamaged },
  });
  return {
    save: (proposal) => proposals.change(proposal.id, () => ({ next: proposal })),
    open: async (id) => proposals.get(id),
    waiting: async () =>
      proposals
        .all()
        .filter((proposal) => proposal.state === 'open')
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)),
    idle: () => proposals.idle(),
  };
}
