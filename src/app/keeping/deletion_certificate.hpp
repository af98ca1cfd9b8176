// SPDX-License-Identifier: Apache-2.0
// What is left of an office that was deleted: a signed statement of what was there, what was destroyed, when,
// by whom, and what remains elsewhere. It is signed (Ed25519) by a key of the server that outlives all
// offices.
//
// The file is JSON; docs/reference/deletion-certificate.md has its fields. The signature is over the bytes of
// the same JSON without `signature`; a file that is not byte for byte what this writes is refused, so that
// nothing can hide in spaces or fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/files.hpp"
#include "app/installation/audit_log.hpp"
#include "app/installation/maintenance.hpp"
#include "base/result.hpp"
#include "crypto/secret_key.hpp"

namespace smm::app {

struct DeletionCertificate {
  std::string office;
  std::string public_url;
  std::string place;  // "folder /var/lib/smm/rivers", "schema office_rivers"
  base::Instant deleted;
  std::string by;       // who asked for it
  std::string program;  // version
  std::vector<TableRows> tables;
  std::vector<std::string> keys;  // ids of installation keys that were destroyed
  std::vector<ChainHead> log;     // the last link of each chain of the audit log
  std::string remains;            // what there still is elsewhere, and until when
  std::string signer;             // public key of the server, base64
};

// Signed; `certificate.signer` is set from the key.
std::string certificate_json(DeletionCertificate certificate, const crypto::SigningKey& key);

// Problem: bad_certificate, also when another key than `public_key` (raw) signed it.
base::Result<DeletionCertificate> read_certificate(std::string_view bytes, std::string_view public_key);

// The same for a reader, in plain text.
std::string certificate_page(const DeletionCertificate& certificate);

// The server's own signing key, FOLDER/roof.key, made when it is not there. Problem: bad_certificate when the
// file holds no such key. Throws EnvironmentError.
base::Result<crypto::SigningKey> roof_key(const Files& files, const std::string& folder);

}  // namespace smm::app
