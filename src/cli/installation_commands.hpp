// SPDX-License-Identifier: Apache-2.0
// What commands on an installation share.
#pragma once

#include <functional>
#include <string>

#include "app/installation/service.hpp"
#include "cli/command.hpp"

namespace smm::cli {

// Reads the settings, opens the installation beside a server that may run, and works on it.
int on_installation(const Given& given, const Surroundings& around,
                    const std::function<int(app::Installation&)>& work);

// The options of a command on an installation, with its own before them.
std::vector<Option> with_installation_options(std::vector<Option> own);

}  // namespace smm::cli
