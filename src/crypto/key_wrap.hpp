// SPDX-License-Identifier: Apache-2.0
// Data keys at rest: each sealed under the installation key, beside the id of the key that sealed it.
//
// An installation key's id is a hash of it that tells nothing of it: with the id, a lost or exchanged key is
// recognized before anything is opened. Rotation wraps the same data keys anew under another installation
// key; what they sealed stays as it is. `owner` (the id of the school, say) is bound: a wrapped key that is
// moved to another owner does not open.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "crypto/secret_key.hpp"

namespace smm::crypto {

struct WrappedKey {
  std::string key_id;  // of the installation key
  std::string sealed;  // in the format of seal.hpp

  friend bool operator==(const WrappedKey&, const WrappedKey&) = default;
};

// 16 lower-case hex digits.
std::string key_id(const InstallationKey& key);

WrappedKey wrap(const InstallationKey& under, const DataKey& key, std::string_view owner);

// Nothing for another installation key, another owner, or changed bytes. Compare key_id to tell the first.
std::optional<DataKey> unwrap(const InstallationKey& under, const WrappedKey& wrapped,
                              std::string_view owner);

// The same data key under `to`; nothing when it does not open under `from`.
std::optional<WrappedKey> rewrap(const InstallationKey& from, const InstallationKey& to,
                                 const WrappedKey& wrapped, std::string_view owner);

// An installation key as one line of text, for a key file or for paper: "smm-key-1-", the key in base32, "-"
// and its id, by which a slip in copying is found.
std::string key_text(const InstallationKey& key);

// White space at either end is allowed. Nothing when this is not exactly such a line.
std::optional<InstallationKey> read_key_text(std::string_view text);

}  // namespace smm::crypto
