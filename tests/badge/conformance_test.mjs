// SPDX-License-Identifier: Apache-2.0
// Badges of smm, verified by the libraries of Digital Bazaar (vc, data-integrity, eddsa-rdfc-2022, bitstring status
// list) with a real JSON-LD processor and the published contexts; and badges that those libraries sign, verified by smm.
// All of it offline.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import jsonld from 'jsonld';
import * as vc from '@digitalbazaar/vc';
import {offlineLoader, withKeys} from './offline.mjs';

const samples = process.env.SMM_BADGE_SAMPLES;
const text = name => readFileSync(join(samples, name), 'utf8');
const json = name => JSON.parse(text(name));

const controller = json('controller.json');
const now = new Date('2026-11-23T00:00:00Z');

function loaderWith(status) {
  return offlineLoader({...withKeys(controller), [status.id]: status});
}

async function verifies(credential, status = json('status.json')) {
  const documentLoader = loaderWith(status);
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({
    credential, suite, documentLoader, now,
    checkStatus: options => checkStatus({...options, documentLoader, suite})
  });
  // The library says what the status is; that "revoked" means no, is for its caller.
  return result.verified && result.statusResult.results.every(entry => entry.status === false);
}

async function canonical(document) {
  const {proof, ...unsigned} = document;
  return jsonld.canonize(unsigned, {
    algorithm: 'RDFC-1.0', base: null, documentLoader: offlineLoader({}), format: 'application/n-quads', safe: true
  });
}

test('a JSON-LD processor makes the same canonical form', async () => {
  assert.equal(await canonical(json('badge.json')), text('badge.nq'));
  assert.equal(await canonical(json('status.json')), text('status.nq'));
});

test('a badge verifies, with its status list', async () => {
  assert.equal(await verifies(json('badge.json')), true);
});

test('a revoked badge does not', async () => {
  assert.equal(await verifies(json('badge.json'), json('status-revoked.json')), false);
});

test('a status list verifies as a credential', async () => {
  const status = json('status.json');
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({credential: status, suite, documentLoader: loaderWith(status), now});
  assert.equal(result.verified, true);
});

// Every byte of a string, a key or a literal; white space between them means nothing in JSON.
test('no badge verifies after any change of one byte', async () => {
  const bytes = readFileSync(join(samples, 'badge.json'));
  let changed = 0;
  for (let at = 0; at < bytes.length; ++at) {
    const copy = Buffer.from(bytes);
    copy[at] ^= 1;
    let credential;
    try {
      credential = JSON.parse(copy.toString('utf8'));
    } catch {
      continue;  // no JSON any more: nothing to verify
    }
    ++changed;
    assert.equal(await verifies(credential), false, `byte ${at}: ${copy.subarray(Math.max(at - 20, 0), at + 20)}`);
  }
  assert.ok(changed > 1000, `${changed} changes left JSON`);
});

// ---- The other way round: signed by the libraries, verified by smm.

const folder = mkdtempSync(join(tmpdir(), 'smm-badge-'));
after(() => rmSync(folder, {recursive: true}));

function write(name, value) {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

async function libraryKey() {
  const id = controller.id;
  const key = await Ed25519Multikey.generate({controller: id});
  key.id = `${id}#${key.publicKeyMultibase}`;
  return key;
}

async function signed(document, key) {
  const {proof, ...credential} = document;
  return vc.issue({
    credential, documentLoader: offlineLoader({}),
    suite: new DataIntegrityProof({signer: key.signer(), cryptosuite, date: '2026-11-22T09:00:00Z'})
  });
}

function keysOf(key) {
  const {id, publicKeyMultibase} = key;
  const method = {id, type: 'Multikey', controller: controller.id, publicKeyMultibase};
  return {...controller, assertionMethod: [method]};
}

function smmVerifies(badge, keys, status) {
  const run = spawnSync(process.env.SMM_PROGRAM, [
    'badge', 'verify', badge, '--controller', keys, ...(status ? ['--status', status] : []),
    '--now', '2026-11-23T00:00:00Z'
  ], {encoding: 'utf8'});
  return {code: run.status, finding: run.stdout.split(':')[0]};
}

test('smm verifies what the libraries sign', async () => {
  const key = await libraryKey();
  const keys = write('keys.json', keysOf(key));
  const badge = await signed(json('badge.json'), key);
  const status = write('status.json', await signed(json('status.json'), key));
  const revoked = write('revoked.json', await signed(json('status-revoked.json'), key));
  const file = write('badge.json', badge);
  assert.deepEqual(smmVerifies(file, keys), {code: 0, finding: 'holds'});
  assert.deepEqual(smmVerifies(file, keys, status), {code: 0, finding: 'holds'});
  assert.deepEqual(smmVerifies(file, keys, revoked), {code: 1, finding: 'revoked'});
  const school = structuredClone(badge);
  school.credentialSubject.identifier[0].identityHash += '.';
  assert.deepEqual(smmVerifies(write('changed.json', school), keys), {code: 1, finding: 'not_as_signed'});
  const other = write('other.json', keysOf(await libraryKey()));
  assert.deepEqual(smmVerifies(file, other), {code: 1, finding: 'unknown_key'});
});

test('smm verifies its own samples as the libraries do', () => {
  const at = name => join(samples, name);
  assert.deepEqual(smmVerifies(at('badge.json'), at('controller.json'), at('status.json')), {code: 0, finding: 'holds'});
});
