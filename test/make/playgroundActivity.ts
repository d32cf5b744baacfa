import { DEMO_TENANT, PRACTITIONER } from '../../bot/cli/demoPeople.ts';
import type { ActivityJson } from './activity.ts';

/**
 * Activities as the Agents Playground 0.2.28 sends them, captured and scrubbed. Where it differs from Teams: no token;
 * who arrives has no name; a press has no `trigger`; unanswered inputs other than toggles are left out.
 */
const serviceUrl = 'http://127.0.0.1:56150/_connector';
const from = { id: `29:${PRACTITIONER.directoryId}`, aadObjectId: PRACTITIONER.directoryId };
const recipient = { id: '28:sharing-guide', name: 'Sharing Guide' };
const clientInfo = { type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'UTC' };
const tenant = { id: DEMO_TENANT };

const conversations = {
  personal: { conversationType: 'personal', tenantId: DEMO_TENANT, id: 'a:personal-practitioner' },
  group: { isGroup: true, conversationType: 'groupChat', tenantId: DEMO_TENANT, id: '19:group-practitioner@thread.v2' },
  channel: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: DEMO_TENANT,
    id: '19:channel-practitioner@thread.tacv2;messageid=1795364376591',
  },
} as const;

type Where = keyof typeof conversations;

/** Opening or reloading a window sends both, milliseconds apart and in either order. */
export const playgroundArrivals = (where: Where = 'personal'): ActivityJson[] => [
  {
    ...common(where),
    type: 'installationUpdate',
    action: 'add',
    locale: 'en-US',
    entities: [{ type: 'clientInfo', locale: 'en-US' }],
    channelData: {
      tenant,
      source: { name: 'message' },
      settings: { selectedChannel: { id: conversations[where].id } },
    },
  },
  {
    ...common(where),
    type: 'conversationUpdate',
    membersAdded: where === 'personal' ? [from, { id: recipient.id }] : [{ id: recipient.id }],
    channelData: { tenant },
  },
];

export const playgroundMessage = (text: string): ActivityJson => ({
  ...common('personal'),
  ...named,
  type: 'message',
  text,
  textFormat: 'plain',
  entities: [clientInfo],
  channelData: { tenant },
});

/** In a group or channel it passes on nothing but mentions. */
export const playgroundMention = (text: string, where: Where = 'channel'): ActivityJson => ({
  ...playgroundMessage(`<at>Sharing Guide</at> ${text}`),
  conversation: conversations[where],
  entities: [{ type: 'mention', mentioned: recipient, text: '<at>Sharing Guide</at>' }, clientInfo],
});

export const playgroundPress = (verb: string, data: object): ActivityJson => ({
  ...common('personal'),
  ...named,
  type: 'invoke',
  name: 'adaptiveCard/action',
  entities: [clientInfo],
  channelData: { source: { name: 'message' }, tenant },
  replyToId: '1795364067518',
  value: { action: { type: 'Action.Execute', title: 'Press me', verb, data } },
});

const named = {
  from: { ...from, name: PRACTITIONER.name },
  locale: 'en-US',
  localTimezone: 'UTC',
};

const common = (where: Where): ActivityJson => ({
  id: '8e22c9d5-22e1-4ef9-b2db-bf4cc6e11bfb',
  timestamp: new Date().toISOString(),
  channelId: 'msteams',
  serviceUrl,
  from,
  recipient,
  conversation: conversations[where],
});
