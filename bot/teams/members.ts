import type { LookUpMember } from '../conversation/membership.ts';
import type { ConnectorClient } from './adapter.ts';
import type { Trusts } from './serviceAddress.ts';

interface Office {
  readonly tenantId: string;
  readonly trusts: Trusts;
  readonly connector: (serviceUrl: string) => Promise<ConnectorClient>;
}

/** What Teams says of a member (TeamsChannelAccount); the SDK passes on fields that its own type does not name. */
interface TeamsMember {
  readonly tenantId?: string;
  readonly userRole?: string;
}

const lookUpMs = 5_000;

/** Asks Teams who the person of a personal chat is now. A guest, or somebody of another tenant, is no member. */
export function makeLookUp({ tenantId, trusts, connector }: Office): LookUpMember {
  return async ({ serviceUrl, conversationId, userId }) => {
    if (!trusts(serviceUrl)) throw new Error('address not trusted');
    const { conversations } = await connector(serviceUrl);
    try {
      const member = await conversations.getConversationMember(conversationId, userId, { timeout: lookUpMs });
      const { tenantId: tenant, userRole } = member as TeamsMember;
      const isOurs = tenant === undefined || tenant.toLowerCase() === tenantId.toLowerCase();
      return isOurs && userRole?.toLowerCase() === 'user' ? 'member' : 'guest';
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 404) return 'gone';
      throw error;
    }
  };
}
