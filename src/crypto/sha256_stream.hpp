// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4) of bytes that come piece by piece, for files of gigabytes. Through OpenSSL, which uses
// the processor's own instructions for it where there are some (four times as fast here as libsodium).
#pragma once

#include <array>
#include <memory>
#include <string_view>

namespace smm::crypto {

class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  Sha256Stream(Sha256Stream&&) noexcept;
  Sha256Stream& operator=(Sha256Stream&&) noexcept;

  void add(std::string_view bytes);
  // Ends the stream; nothing may be added afterwards.
  std::array<unsigned char, 32> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::array<unsigned char, 32> sha256_of(std::string_view bytes);

}  // namespace smm::crypto
