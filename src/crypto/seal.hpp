// SPDX-License-Identifier: Apache-2.0
// Sealing: authenticated encryption with XChaCha20-Poly1305 (IETF draft-irtf-cfrg-xchacha, by libsodium).
//
// A sealed blob is: format version (1 byte, now 1), random nonce (24), ciphertext (as long as the plain
// bytes), tag (16). Where the blob belongs goes in as `place`, from framed(): a blob that is moved to another
// row does not open there.
//
// Nonces are random: one key seals 2^80 blobs before two are likely to meet. The length of what is sealed
// shows. Opening never throws: a wrong key, another place, a changed byte and a short blob are all nullopt,
// and cannot be told apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "crypto/secret_key.hpp"

namespace smm::crypto {

inline constexpr std::size_t seal_overhead = 1 + 24 + 16;

std::string seal(const DataKey& key, std::string_view plain, std::string_view place);
std::optional<std::string> open_sealed(const DataKey& key, std::string_view sealed, std::string_view place);

}  // namespace smm::crypto
