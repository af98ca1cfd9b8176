// SPDX-License-Identifier: Apache-2.0
#include "crypto/totp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "base/assert.hpp"
#include "base/base32.hpp"
#include "crypto/secret_key.hpp"
#include "crypto/token.hpp"

namespace smm::crypto {
namespace {

constexpr std::uint64_t seconds_of_a_step = 30;

using Sha1Hmac = std::array<unsigned char, 20>;

Sha1Hmac hmac_of_step(std::string_view secret, std::uint64_t step) {
  std::array<unsigned char, 8> counter;
  for (std::size_t i = 0; i < counter.size(); ++i)
    counter[i] = static_cast<unsigned char>((step >> (56 - 8 * i)) & 255);
  Sha1Hmac hmac;
  unsigned length = 0;
  const auto* made = HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(),
                          counter.size(), hmac.data(), &length);
  SMM_ASSERT(made != nullptr && length == hmac.size());
  return hmac;
}

}  // namespace

std::string new_totp_secret() {
  std::string secret(20, '\0');
  fill_with_secret_bytes(reinterpret_cast<unsigned char*>(secret.data()), secret.size());
  return secret;
}

std::string totp_secret_text(std::string_view secret) {
  std::string text = base::base32(secret);
  for (char& letter : text)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return text;
}

std::uint64_t totp_step(std::uint64_t unix_seconds) {
  return unix_seconds / seconds_of_a_step;
}

// RFC 4226, section 5.3: the last half byte says where the 31 bits stand.
std::string totp_code(std::string_view secret, std::uint64_t step, int digits) {
  SMM_ASSERT(digits >= 6 && digits <= 8);
  const Sha1Hmac hmac = hmac_of_step(secret, step);
  const std::size_t at = hmac.back() & 15;
  std::uint32_t number = hmac[at] & 127;
  for (std::size_t i = 1; i < 4; ++i) number = (number << 8) | hmac[at + i];
  std::string code;
  for (int i = 0; i < digits; ++i, number /= 10)
    code.insert(code.begin(), static_cast<char>('0' + number % 10));
  return code;
}

std::optional<std::uint64_t> matched_totp_step(std::string_view secret, std::string_view code,
                                               std::uint64_t unix_seconds) {
  const std::uint64_t now = totp_step(unix_seconds);
  std::optional<std::uint64_t> matched;
  for (std::uint64_t step = now == 0 ? 0 : now - 1; step <= now + 1; ++step)
    if (equal_in_constant_time(totp_code(secret, step), code)) matched = step;
  return matched;
}

}  // namespace smm::crypto
