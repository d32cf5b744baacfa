import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { hushSdk } from './hushSdk.ts';
import type { TeamsSettings } from './settings.ts';
import { withoutRetries } from './withoutRetries.ts';

/** Who sent a request, as the SDK found it. */
export type Proof = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type ConnectorFactory = NonNullable<Proof['connectorFactory']>;
/** The SDK's client of the connector's REST interface, one for each service address. */
export type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

/** Who sent a request could not be shown: it is not Teams (401), or the keys to check it are out of reach (503). */
export class NotProven extends Error {
  readonly status: 401 | 503;

  constructor(status: 401 | 503, cause: unknown) {
    super(cause instanceof Error ? cause.name : 'unknown');
    this.status = status;
  }
}

const publicIssuer = 'https://api.botframework.com';
/** The SDK fetches signing keys without a time limit (openIdMetadata.ts); an invoke cannot wait longer anyway. */
const proofMs = 3_000;
/** Teams has a handful of regional addresses; local mode one for each Playground window. */
const mostConnectors = 32;

/** Authentication with one user-token client for all turns; the SDK builds one a turn, and the bot signs nobody in. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  #tokens: ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> | undefined;

  override createUserTokenClient(
    ...identity: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ) {
    this.#tokens ??= super.createUserTokenClient(...identity);
    return this.#tokens;
  }
}

/**
 * The SDK's adapter without its HTTP half: `CloudAdapter.process` returns error messages to the caller, and answers an
 * invalid signature with 500.
 */
export class Adapter extends CloudAdapter {
  readonly #botId: string | null;
  readonly #issuer: string;
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();

  constructor(
    { identity, tenantId }: Pick<TeamsSettings, 'identity' | 'tenantId'>,
    auth: Readonly<Record<string, string>> = {},
    credentials?: ConfigurationServiceClientCredentialFactory,
  ) {
    super(new Authentication({ ...auth, ...sdkIdentity(identity, tenantId) }, credentials));
    this.#botId = identity?.botId ?? null;
    this.#issuer = auth.ToBotFromChannelTokenIssuer ?? publicIssuer;
    hushSdk();
  }

  /**
   * Shows who sent a request.
   * @throws NotProven
   */
  async prove(authorization: string, activity: Activity): Promise<Proof> {
    const asked = this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    const proof = await within(proofMs, asked).catch((error: unknown) => {
      throw new NotProven(isOutOfReach(error) ? 503 : 401, error);
    });
    if (this.#botId !== null && !isFromTeams(proof, this.#botId, this.#issuer)) throw new NotProven(401, null);
    return proof;
  }

  /** Runs a turn and gives what it queued for an invoke. */
  run(
    proof: Proof,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const connectorFactory = { create: (address: string) => this.connector(address) };
    return this.processActivity({ ...proof, connectorFactory }, activity, turn);
  }

  /** The client for a service address that a guard has trusted. */
  connector(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.#connectors.get(serviceUrl);
    if (known) return known;
    if (this.#connectors.size >= mostConnectors) this.#connectors.clear();
    const identity = this.createClaimsIdentity(this.#botId ?? '');
    const made = this.botFrameworkAuthentication
      .createConnectorFactory(identity)
      .create(serviceUrl, undefined as never);
    const client = made.then(withoutRetries);
    this.#connectors.set(serviceUrl, client);
    client.catch(() => this.#connectors.delete(serviceUrl));
    return client;
  }
}

/** Local mode: an empty app id is what turns the SDK's authentication off; nothing else may leave it empty. */
function sdkIdentity(identity: TeamsSettings['identity'], tenantId: string): Record<string, string> {
  if (!identity) return { MicrosoftAppId: '' };
  return {
    MicrosoftAppId: identity.botId,
    MicrosoftAppType: identity.type,
    MicrosoftAppTenantId: tenantId,
    ...(identity.type === 'SingleTenant' && { MicrosoftAppPassword: identity.password }),
  };
}

/**
 * The SDK also takes tokens of the emulator (the bot's own, for any channel) and tokens without an end
 * (PLATFORM 3.1). A bot in production has no use for either.
 */
function isFromTeams({ claimsIdentity }: Proof, botId: string, issuer: string): boolean {
  const claim = (type: string) => claimsIdentity.getClaimValue(type);
  return (
    claimsIdentity.isAuthenticated &&
    claim('iss') === issuer &&
    claim('aud')?.toLowerCase() === botId &&
    claim('serviceurl') !== null &&
    Number.isFinite(Number(claim('exp') ?? Number.NaN))
  );
}

/** node-fetch, our own time limit, or the SDK's error for a key server that answers badly; all else is a bad token. */
function isOutOfReach(error: unknown): boolean {
  const { name, statusCode } = (error ?? {}) as { name?: string; statusCode?: number };
  return name === 'FetchError' || name === 'TimeoutError' || statusCode === 500;
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too late'), { name: 'TimeoutError' })), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
