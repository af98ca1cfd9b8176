// SPDX-License-Identifier: Apache-2.0
// Entity tags (RFC 9110, section 8.8.3): names of one exact content of a resource.
#pragma once

#include <string>
#include <string_view>

namespace smm::web::http {

// A strong tag: 64-bit FNV-1a of the bytes, and their number. Tells versions of our own files apart; is no
// protection against somebody who wants two files to have the same tag.
std::string etag_of(std::string_view bytes);

// The tag of the same content compressed: other bytes, so another tag.
std::string etag_of_gzip(std::string_view etag);

// Whether a list such as If-None-Match's names the tag, or is "*". Weak and strong tags are not told apart.
bool names_etag(std::string_view list, std::string_view etag);

}  // namespace smm::web::http
