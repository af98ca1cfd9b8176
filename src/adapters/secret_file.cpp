// SPDX-License-Identifier: Apache-2.0
#include "adapters/secret_file.hpp"

#include <fstream>

#include "base/environment_error.hpp"

namespace smm::adapters {

std::string read_secret_file(const std::string& path) {
  constexpr std::size_t most_bytes = 4096;
  std::ifstream file(path, std::ios::binary);
  std::string secret(most_bytes + 1, '\0');
  file.read(secret.data(), static_cast<std::streamsize>(secret.size()));
  if (!file.is_open() || file.bad()) throw base::EnvironmentError("cannot read the secret in " + path);
  secret.resize(static_cast<std::size_t>(file.gcount()));
  if (secret.ends_with('\n')) secret.pop_back();
  if (secret.ends_with('\r')) secret.pop_back();
  if (secret.empty() || secret.size() > most_bytes || secret.find_first_of("\r\n") != std::string::npos)
    throw base::EnvironmentError(path + " is to hold one secret, on one line");
  return secret;
}

}  // namespace smm::adapters
