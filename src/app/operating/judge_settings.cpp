// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/operating/judge.hpp"

namespace smm::app::operating {
namespace {

constexpr const char* settings_check = "settings";

// "localhost", "[::1]", or 127 and three numbers: not a name that begins so.
bool is_of_this_machine(std::string_view url) {
  std::string_view host = url.substr(std::string_view("http://").size());
  if (host.starts_with("[::1]")) return true;
  host = host.substr(0, host.find_first_of(":/"));
  return host == "localhost" ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos);
}

void judge_address(Findings& found, const SettingsSeen& seen) {
  const std::string& url = seen.public_url;
  if (url.empty()) {
    found.push_back({settings_check, Health::advice,
                     "No public_url is set: links in mails lead to " + seen.listen + " on this machine.",
                     "Set public_url to the https:// address that people use."});
    return;
  }
  const bool encrypted = url.starts_with("https://");
  if (!encrypted && !is_of_this_machine(url))
    found.push_back({settings_check, Health::problem,
                     "People are sent to " + url + ", where nothing is encrypted.",
                     "Put a proxy with TLS in front, and set public_url to its https:// address."});
  if (encrypted && !seen.proxies)
    found.push_back(
        {settings_check, Health::problem,
         "public_url is https, and proxies names nobody: all people seem to come from one address, "
         "and whoever guesses passwords makes all of them wait.",
         "Set proxies to the address that the proxy connects from; 127.0.0.1 for one on this "
         "machine, unix for one on a Unix socket."});
}

void judge_secret(Findings& found, const SecretFileSeen& secret) {
  if (!secret.there)
    found.push_back({settings_check, Health::problem,
                     "There is no file " + secret.path + ", which " + secret.setting + " names.",
                     "Write the secret into it, on one line, and run chmod 600 on it."});
  else if ((secret.rights & 077U) != 0)
    found.push_back(
        {settings_check, Health::problem,
         fmt::format("Others than its owner may read {} (mode {:04o}).", secret.path, secret.rights),
         "Run chmod 600 " + secret.path + ", and change the secret where others could log in."});
}

}  // namespace

Findings judge_settings(const SettingsSeen& seen) {
  Findings found;
  for (const std::string& refusal : seen.refused)
    found.push_back({settings_check, Health::problem, "smm serve refuses these settings: " + refusal + ".",
                     "docs/reference/settings.md says what each may be."});
  judge_address(found, seen);
  if (seen.mails && !seen.sender)
    found.push_back({settings_check, Health::problem, "Mail is to be sent, and mail_from names no sender.",
                     "Set mail_from to an address that the mail server may send for."});
  for (const SecretFileSeen& secret : seen.secrets) judge_secret(found, secret);
  if (found.empty())
    found.push_back({settings_check, Health::ok,
                     "People reach it at " + seen.public_url + "; it listens on " + seen.listen + "."});
  return found;
}

}  // namespace smm::app::operating
