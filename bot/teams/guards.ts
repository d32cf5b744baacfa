import type { Admitted, Incoming } from './incoming.ts';
import { isSearch } from './search.ts';
import type { Trusts } from './serviceAddress.ts';

/** What this deployment lets in. */
export interface Rules {
  /** Lower case. */
  readonly tenantId: string;
  /** Our bot's app id; null in local mode, where the Playground names the bot as it likes. */
  readonly botId: string | null;
  readonly trusts: Trusts;
}

export type Refusal =
  | 'channel'
  | 'tenant'
  | 'service-address'
  | 'speaker'
  | 'recipient'
  | 'conversation'
  | 'delivery-mode'
  | 'age';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const oldest = 10 * 60_000;
/** Clocks differ; the SDK grants tokens the same five minutes. */
const newest = 5 * 60_000;

/**
 * What the SDK leaves unchecked (PLATFORM 3.1: no tenant, recipient or age check; a missing service address skips the
 * check of the token's): null when the activity may come in, else the first rule it breaks.
 */
export function refusal(activity: Incoming, rules: Rules, now: Date): Refusal | null {
  if (activity.channelId !== 'msteams') return 'channel';
  if (!isOurTenant(activity, rules.tenantId)) return 'tenant';
  if (!activity.serviceUrl || !rules.trusts(activity.serviceUrl)) return 'service-address';
  if (!guid.test(activity.from?.aadObjectId ?? '')) return 'speaker';
  if (!isOurBot(activity.recipient?.id, rules.botId)) return 'recipient';
  if (!isSearch(activity) && !isKnownPlace(activity, rules.botId)) return 'conversation';
  if (activity.deliveryMode === 'expectReplies') return 'delivery-mode';
  return isFresh(activity.timestamp, rules.botId === null, now) ? null : 'age';
}

/** The activity as admitted; call only when `refusal` found none. */
export const admitted = (activity: Incoming): Admitted => activity as Admitted;

function isOurTenant({ conversation, channelData }: Incoming, tenantId: string): boolean {
  return conversation?.tenantId?.toLowerCase() === tenantId && channelData?.tenant?.id?.toLowerCase() === tenantId;
}

function isOurBot(recipient: string | undefined, botId: string | null): boolean {
  if (!recipient) return false;
  return botId === null || recipient.toLowerCase() === `28:${botId}`;
}

/**
 * The Playground leaves the type of a personal chat out; Teams never does, but for a search in a meeting's chat
 * (msteams-docs, create-task-module), which is answered alike in every place.
 */
function isKnownPlace({ conversation }: Incoming, botId: string | null): boolean {
  const type = conversation?.conversationType ?? (botId === null && !conversation?.isGroup ? 'personal' : '');
  return type === 'personal' || type === 'groupChat' || type === 'channel';
}

function isFresh(timestamp: string | null | undefined, isLocal: boolean, now: Date): boolean {
  if (!timestamp) return isLocal;
  const age = now.getTime() - Date.parse(timestamp);
  return age <= oldest && age >= -newest;
}
