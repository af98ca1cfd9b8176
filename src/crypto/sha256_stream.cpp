// SPDX-License-Identifier: Apache-2.0
#include "crypto/sha256_stream.hpp"

#include <openssl/evp.h>

#include "base/assert.hpp"

namespace smm::crypto {

struct Sha256Stream::State {
  State() : context(EVP_MD_CTX_new()) {
    SMM_ASSERT(context != nullptr && EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1);
  }
  ~State() { EVP_MD_CTX_free(context); }
  State(const State&) = delete;

  EVP_MD_CTX* context;
};

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) {}
Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::add(std::string_view bytes) {
  SMM_ASSERT(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1);
}

std::array<unsigned char, 32> Sha256Stream::finish() {
  std::array<unsigned char, 32> hash{};
  SMM_ASSERT(EVP_DigestFinal_ex(state_->context, hash.data(), nullptr) == 1);
  return hash;
}

std::array<unsigned char, 32> sha256_of(std::string_view bytes) {
  Sha256Stream stream;
  stream.add(bytes);
  return stream.finish();
}

}  // namespace smm::crypto
