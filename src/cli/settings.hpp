// SPDX-License-Identifier: Apache-2.0
// The settings of a service, from four places: a flag of the command, then the environment (SMM_LISTEN), then
// the file that --config names (TOML, the same names with _), then the default. docs/reference/settings.md
// lists them; a test holds it to this table.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/files.hpp"
#include "app/installation/service_settings.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"

namespace smm::cli {

struct Setting {
  std::string_view name;        // "public_url": in the file; SMM_PUBLIC_URL; --public-url
  std::string_view value_name;  // "URL"
  std::string_view help;
  void (*set)(app::ServiceSettings&, const std::string&);
  bool needed_by_commands = false;  // by every command on an installation, not by the server alone
};

std::span<const Setting> settings();

// Flags for a command on an installation, and for the server.
std::vector<Option> installation_options();
std::vector<Option> service_options();

// Problems: those of reading the file, unknown_field, bad_setting.
base::Result<app::ServiceSettings> read_settings(const Given& given, const Surroundings& around);

}  // namespace smm::cli
