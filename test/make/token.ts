import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const issuer = 'https://api.botframework.com';

/** Overrides of a token that would be let in. `null` leaves a claim out. */
export interface TokenSpec {
  readonly iss?: string;
  readonly aud?: string;
  readonly serviceurl?: string | null;
  /** Seconds from now. */
  readonly exp?: number | null;
  readonly nbf?: number;
  readonly kid?: string;
  readonly claims?: Record<string, unknown>;
  /** Signs with a key that the key server does not have under the kid. */
  readonly forged?: boolean;
}

export interface KeyServer {
  /** The SDK's settings that make it ask this server; the whole set (they come all or not at all). */
  readonly auth: Readonly<Record<string, string>>;
  token(spec?: TokenSpec): Promise<string>;
  close(): Promise<void>;
}

/** Signing keys as Microsoft serves them: an OpenID document, a key set, and endorsements on the key. */
export async function startKeyServer(botId: string, serviceUrl: string): Promise<KeyServer> {
  const real = await generateKeyPair('RS256');
  const forged = await generateKeyPair('RS256');
  const jwk = await exportJWK(real.publicKey);
  const keys = [
    { ...jwk, kid: 'teams-key', endorsements: ['msteams'] },
    { ...jwk, kid: 'webchat-key', endorsements: ['webchat'] },
  ];
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    const isDocument = request.url === '/openid';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isDocument ? { issuer, jwks_uri: `${origin}/keys` } : { keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const openid = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`;

  return {
    auth: authSettings(openid),
    token: (spec = {}) => {
      const { exp = 3600, nbf, kid = 'teams-key', serviceurl = serviceUrl, claims = {} } = spec;
      const now = Math.floor(Date.now() / 1000);
      const token = new SignJWT({ ...(serviceurl !== null && { serviceurl }), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(spec.iss ?? issuer)
        .setAudience(spec.aud ?? botId);
      if (exp !== null) token.setExpirationTime(now + exp);
      if (nbf !== undefined) token.setNotBefore(now + nbf);
      return token.sign((spec.forged ? forged : real).privateKey);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const authSettings = (openid: string) => ({
  ToChannelFromBotLoginUrl: 'https://login.invalid/tenant',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: issuer,
  OAuthUrl: 'https://token.invalid',
  ToBotFromChannelOpenIdMetadataUrl: openid,
  ToBotFromEmulatorOpenIdMetadataUrl: openid,
  CallerId: 'test',
});
