// SPDX-License-Identifier: Apache-2.0
#include "badge/status_list.hpp"

#include <zlib.h>

#include <optional>

#include "badge/problems.hpp"
#include "base/assert.hpp"
#include "crypto/base64.hpp"

namespace smm::badge {
namespace {

constexpr int gzip_format = 15 + 16;          // zlib's way to say: a gzip header around the largest window
constexpr std::size_t most_bytes = 1u << 20;  // of a list that is read

// zlib wants pointers to bytes that it does not change.
Bytef* input_of(std::string_view bytes) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  SMM_ASSERT(deflateInit2(&stream, 9, Z_DEFLATED, gzip_format, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = input_of(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  SMM_ASSERT(result == Z_STREAM_END);
  return out;
}

// Nothing when the bytes are no gzip, or unpack to more than a list may be.
std::optional<std::string> gunzipped(std::string_view bytes) {
  z_stream stream{};
  SMM_ASSERT(inflateInit2(&stream, gzip_format) == Z_OK);
  std::string out(most_bytes, '\0');
  stream.next_in = input_of(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  if (result != Z_STREAM_END) return std::nullopt;
  return out;
}

unsigned mask(std::uint32_t index) {
  return 0x80u >> (index % 8);
}

base::Problem unreadable_list(const std::string& why) {
  return base::Problem(problem::badge_status_list, "the status list " + why);
}

}  // namespace

void StatusList::revoke(std::uint32_t index) {
  SMM_ASSERT(index < entries());
  char& byte = bits_[index / 8];
  byte = static_cast<char>(static_cast<unsigned char>(byte) | mask(index));
}

bool StatusList::is_revoked(std::uint32_t index) const {
  if (index >= entries()) return false;
  return (static_cast<unsigned char>(bits_[index / 8]) & mask(index)) != 0;
}

std::string StatusList::encoded() const {
  return "u" + crypto::base64url(gzipped(bits_));
}

base::Result<StatusList> StatusList::decoded(std::string_view text) {
  if (!text.starts_with('u')) return unreadable_list("is not base64 for URLs");
  const auto packed = crypto::from_base64url(text.substr(1));
  if (!packed) return unreadable_list("is not base64 for URLs");
  auto bits = gunzipped(*packed);
  if (!bits) return unreadable_list("is not packed by gzip, or is too long");
  if (bits->size() * 8 < status_list_entries) return unreadable_list("is shorter than the standard allows");
  StatusList list;
  list.bits_ = std::move(*bits);
  return list;
}

}  // namespace smm::badge
