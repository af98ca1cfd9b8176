// SPDX-License-Identifier: Apache-2.0
#include "app/people/password_check.hpp"

#include <semaphore>

#include "crypto/password.hpp"
#include "crypto/token.hpp"

namespace smm::app {
namespace {

constexpr std::ptrdiff_t hashes_at_once = 2;

class Turn {
 public:
  Turn() { turns().acquire(); }
  ~Turn() { turns().release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  static std::counting_semaphore<hashes_at_once>& turns() {
    static std::counting_semaphore<hashes_at_once> all(hashes_at_once);
    return all;
  }
};

// What nobody knows the password of.
const std::string& nobodys_password() {
  static const std::string stored = crypto::hash_password(crypto::token_base64url(256));
  return stored;
}

}  // namespace

std::string hashed_password(std::string_view password) {
  const Turn turn;
  return crypto::hash_password(password);
}

bool password_fits(const std::string& stored, std::string_view password) {
  const std::string& nobodys = nobodys_password();
  const Turn turn;
  const bool fits = crypto::password_matches(stored.empty() ? nobodys : stored, password);
  return fits && !stored.empty();
}

}  // namespace smm::app
