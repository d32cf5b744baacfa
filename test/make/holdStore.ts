/** A process of its own that opens a store, says so, and holds it until it is killed: `holdStore.ts DIR KEY`. */
import { randomUUID } from 'node:crypto';
import { openEmbedded } from '../../bot/stores/embedded/index.ts';
import { aCommit } from './record.ts';

const [dir = '', key = ''] = process.argv.slice(2);
try {
  const recordKey = Buffer.from(key, 'base64');
  const stores = await openEmbedded({ dir, recordKey, now: () => new Date(), newId: randomUUID });
  await stores.records.commit(aCommit());
  console.log('open');
  setInterval(() => undefined, 1000);
} catch (error) {
  console.log((error as { code: string }).code);
}
