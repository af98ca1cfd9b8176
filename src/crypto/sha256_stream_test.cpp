// SPDX-License-Identifier: Apache-2.0
#include "crypto/sha256_stream.hpp"

#include <gtest/gtest.h>

#include <string>

#include "crypto/hash.hpp"

namespace smm::crypto {
namespace {

std::string as_text(const std::array<unsigned char, 32>& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

TEST(Sha256Stream, AgreesWithTheOtherLibraryHoweverTheBytesAreCut) {
  std::string bytes;
  for (int i = 0; i < 3000; ++i) bytes += static_cast<char>(i * 7);
  for (const std::size_t piece : std::initializer_list<std::size_t>{1, 63, 64, 65, 1000, 3000}) {
    Sha256Stream stream;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
      stream.add(std::string_view(bytes).substr(at, piece));
    EXPECT_EQ(as_text(stream.finish()), sha256_bytes(bytes)) << piece;
  }
  EXPECT_EQ(as_text(sha256_of("")), sha256_bytes(""));
}

}  // namespace
}  // namespace smm::crypto
