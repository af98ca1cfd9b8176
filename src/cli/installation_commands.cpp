// SPDX-License-Identifier: Apache-2.0
#include "cli/installation_commands.hpp"

#include "cli/settings.hpp"

namespace smm::cli {

int on_installation(const Given& given, const Surroundings& around,
                    const std::function<int(app::Installation&)>& work) {
  const auto settings = read_settings(given, around);
  if (!settings) return report_problems(settings.problems(), around.err);
  const auto held = around.service.open(*settings, app::Hold::beside_others);
  if (!held) return report_problems(held.problems(), around.err);
  return work((*held)->installation());
}

std::vector<Option> with_installation_options(std::vector<Option> own) {
  for (Option& option : installation_options()) own.push_back(std::move(option));
  return own;
}

}  // namespace smm::cli
