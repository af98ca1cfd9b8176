// SPDX-License-Identifier: Apache-2.0
#include "web/http/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

#include "base/assert.hpp"
#include "base/environment_error.hpp"
#include "web/http/ascii.hpp"

namespace smm::web::http {

std::string gzip(std::string_view bytes, int level) {
  SMM_ASSERT(bytes.size() < std::numeric_limits<uInt>::max());
  constexpr int gzip_format = 15 + 16;  // the largest window, with gzip's header instead of zlib's
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_format, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw base::EnvironmentError("out of memory while compressing");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  SMM_ASSERT(result == Z_STREAM_END);
  return out;
}

bool is_worth_compressing(std::string_view content_type) {
  constexpr std::array<std::string_view, 6> others{"application/json", "application/javascript",
                                                   "application/xml",  "application/ld+json",
                                                   "image/svg+xml",    "application/manifest+json"};
  const std::string_view type = trimmed(content_type.substr(0, content_type.find(';')));
  if (equal_ignoring_case(type.substr(0, 5), "text/")) return true;
  return std::ranges::any_of(others,
                             [type](std::string_view other) { return equal_ignoring_case(type, other); });
}

}  // namespace smm::web::http
