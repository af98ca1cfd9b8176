// SPDX-License-Identifier: Apache-2.0
// Base64 (RFC 4648): the usual alphabet with padding, as mail wants it, and the one for URLs and file names
// without padding, as JSON Web Signatures want it.
//
// One text per byte string: decoding takes no padding, no white space, and no left-over bits that are not
// zero.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smm::crypto {

std::string base64(std::string_view bytes);
std::string base64url(std::string_view bytes);

// The bytes, or nothing when `text` is not what base64url() writes.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace smm::crypto
