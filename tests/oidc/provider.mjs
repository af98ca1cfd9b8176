// SPDX-License-Identifier: Apache-2.0
// A real OpenID Connect provider (npm oidc-provider) on a free port of 127.0.0.1, for the tests of
// OpenIdProvider and of a whole service, which says by SMM_RETURN_URL where people come back to. Its first
// line is its issuer. Anybody signs in with any name and password; the name becomes the subject, and
// NAME@example.org the address. The clients differ in how they prove themselves and in how their tokens are
// signed.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';

import Provider from 'oidc-provider';

// Where nobody says otherwise nobody listens: the test reads the redirect.
const returnUrl = process.env.SMM_RETURN_URL ?? 'http://127.0.0.1:9/sign-in/return';

const key = (type, options, kid) => ({
  ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }),
  kid,
  use: 'sig',
});

const client = (id, proof, algorithm) => ({
  client_id: id,
  ...(proof === 'none' ? {} : { client_secret: 'secret of the client: %+&=' }),
  token_endpoint_auth_method: proof,
  id_token_signed_response_alg: algorithm,
  redirect_uris: [returnUrl],
  response_types: ['code'],
  grant_types: ['authorization_code'],
});

const configuration = {
  clients: [
    client('smm', 'client_secret_basic', 'RS256'),
    client('smm:ps256', 'client_secret_basic', 'PS256'),
    client('smm-public', 'none', 'ES256'),
  ],
  jwks: { keys: [key('rsa', { modulusLength: 2048 }, 'rsa-1'), key('ec', { namedCurve: 'P-256' }, 'curve-1')] },
  enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256'] },
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['for tests alone'] },
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: id !== 'unverified', name: `Dr. ${id}` }),
  }),
};

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.on('request', new Provider(issuer, configuration).callback());
  process.stdout.write(`${issuer}\n`);
});
