// SPDX-License-Identifier: Apache-2.0
// The settings of a service, from four places: a flag of the command, then the environment (SMM_LISTEN), then
// the file that --config names (TOML, the same names with _), then the default. docs/reference/settings.md
// lists them; a test holds it to this table.
#pragma once

#include <cstdint>
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

// Where a setting stands when several offices share one server (--offices).
enum class Share : std::uint8_t {
  office,   // in the table of each office, never in common
  either,   // in common, or in the table of an office that differs
  process,  // in common only: there is one server
};

struct Setting {
  std::string_view name;        // "public_url": in the file; SMM_PUBLIC_URL; --public-url
  std::string_view value_name;  // "URL"
  std::string_view help;
  Share share;
  void (*set)(app::ServiceSettings&, const std::string&);
  bool needed_by_commands = false;  // by every command on an installation, not by the server alone
};

std::span<const Setting> settings();

std::string flag_of(std::string_view setting);      // public_url -> --public-url
std::string variable_of(std::string_view setting);  // public_url -> SMM_PUBLIC_URL

// What cannot be, each as a bad_setting.
base::Problems problems_of(const app::ServiceSettings& settings);

// Flags for a command on an installation, and for the server.
std::vector<Option> installation_options();
std::vector<Option> service_options();

// With --offices and --office those of one office (cli/offices_settings.hpp). Problems: those of reading the
// file, unknown_field, bad_setting.
base::Result<app::ServiceSettings> read_settings(const Given& given, const Surroundings& around);

}  // namespace smm::cli
