// SPDX-License-Identifier: Apache-2.0
#include "app/badges/badge_keys.hpp"

#include <ostream>

#include "badge/utc_text.hpp"
#include "cli/command.hpp"
#include "cli/installation_commands.hpp"
#include "render/terminal_table.hpp"

namespace smm::cli {
namespace {

int tell_badge_key(const base::Result<app::BadgeKey>& key, const Surroundings& around) {
  if (!key) return report_problems(key.problems(), around.err);
  around.out << "Badges are signed with " << key->public_key << " from now on.\n";
  return done;
}

int run_new_badge_key(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    return tell_badge_key(app::new_badge_key(installation, "command:badge keys new"), around);
  });
}

int run_rotate_badge_key(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    return tell_badge_key(app::rotate_badge_key(installation, "command:badge keys rotate"), around);
  });
}

int run_list_badge_keys(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    const auto keys = app::badge_keys(installation);
    if (!keys) return report_problems(keys.problems(), around.err);
    render::TerminalTable table{{{"Public key"}, {"Made"}, {"Retired"}}, {}};
    for (const app::BadgeKey& key : *keys)
      table.rows.push_back(
          {key.public_key, badge::utc_text(key.made), key.retired ? badge::utc_text(*key.retired) : "signs"});
    around.out << to_text(table);
    return done;
  });
}

Command badge_key_command(std::string verb, std::string summary,
                          int (*run)(const Given&, const Surroundings&)) {
  const std::string name = "badge keys " + verb;
  return {name, std::move(summary), "smm " + name + " --data /var/lib/smm", {}, with_installation_options({}),
          run};
}

}  // namespace

Command badge_keys_new_command() {
  return badge_key_command("new", "Make the key that badges are signed with", run_new_badge_key);
}

Command badge_keys_rotate_command() {
  return badge_key_command("rotate", "Sign with a new key from now on; the old ones stay published",
                           run_rotate_badge_key);
}

Command badge_keys_list_command() {
  return badge_key_command("list", "List the keys that badges were and are signed with", run_list_badge_keys);
}

}  // namespace smm::cli
