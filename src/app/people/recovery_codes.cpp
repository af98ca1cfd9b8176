// SPDX-License-Identifier: Apache-2.0
#include "app/people/recovery_codes.hpp"

#include "crypto/token.hpp"

namespace smm::app {
namespace {

constexpr unsigned recovery_code_bits = 80;

// The letters that count.
std::string recovery_letters(std::string_view typed) {
  std::string letters;
  for (char c : typed) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '2' && c <= '7')) letters += c;
  }
  return letters;
}

std::string in_fours(const std::string& letters) {
  std::string parted;
  for (std::size_t i = 0; i < letters.size(); i += 4) {
    if (i > 0) parted += '-';
    parted += letters.substr(i, 4);
  }
  return parted;
}

std::string recovery_hash(std::string_view letters) {
  return crypto::token_at_rest("recovery", letters);
}

}  // namespace

std::vector<std::string> give_recovery_codes(People& people, const assessment::PersonId& person) {
  std::vector<std::string> codes;
  std::vector<std::string> hashes;
  for (std::size_t i = 0; i < recovery_code_count; ++i) {
    const std::string letters = crypto::token_base32(recovery_code_bits);
    codes.push_back(in_fours(letters));
    hashes.push_back(recovery_hash(letters));
  }
  people.set_recovery_codes(person, hashes);
  return codes;
}

bool use_recovery_code(People& people, const assessment::PersonId& person, std::string_view typed,
                       base::Instant now) {
  return people.use_recovery_code(person, recovery_hash(recovery_letters(typed)), now);
}

}  // namespace smm::app
