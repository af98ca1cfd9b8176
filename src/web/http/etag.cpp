// SPDX-License-Identifier: Apache-2.0
#include "web/http/etag.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

std::string_view without_weakness(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

std::string etag_of(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char letter : bytes) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
  return fmt::format("\"{:016x}-{:x}\"", hash, bytes.size());
}

std::string etag_of_gzip(std::string_view etag) {
  return std::string(etag.substr(0, etag.rfind('"'))) + "-gzip\"";
}

// Our tags hold no comma, so a list may be cut there.
bool names_etag(std::string_view list, std::string_view etag) {
  return std::ranges::any_of(pieces(list, ','), [etag](std::string_view entry) {
    const std::string_view tag = trimmed(entry);
    return tag == "*" || (!etag.empty() && without_weakness(tag) == without_weakness(etag));
  });
}

}  // namespace smm::web::http
