import type { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { Trusts } from './serviceAddress.ts';

/** What this room needs of the configuration. */
export interface TeamsSettings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly tenantId: string;
  /** Null in local mode: no token is asked for or sent; every other guard stands. */
  readonly identity:
    | { readonly type: 'SingleTenant'; readonly botId: string; readonly password: string }
    | { readonly type: 'UserAssignedMSI'; readonly botId: string }
    | null;
}

/** What a test puts in the place of Microsoft's addresses. */
export interface TeamsOptions {
  /**
   * Authentication settings of the SDK, e.g. `ToBotFromChannelOpenIdMetadataUrl`. One of them replaces the whole
   * built-in set (botframework-connector, botFrameworkAuthenticationFactory), so give them all.
   */
  readonly auth?: Readonly<Record<string, string>>;
  readonly credentials?: ConfigurationServiceClientCredentialFactory;
  readonly trusts?: Trusts;
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  /** Time from the first byte of a request to its last, ms. */
  readonly bodyMs: number;
  /** Time a button may take before it is answered anyway; Teams gives up at 5 s, we aim at 2 s. */
  readonly buttonMs: number;
  /** Time after which a typed message shows that the bot is typing. */
  readonly typingMs: number;
}

export const usualLimits: Limits = { bodyMs: 10_000, buttonMs: 1_800, typingMs: 1_000 };
