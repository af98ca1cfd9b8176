// SPDX-License-Identifier: Apache-2.0
// What all endpoints stand on: the installation, the words and templates, and how this site is reached.
#pragma once

#include <string>

#include "app/installation/installation.hpp"
#include "app/pages.hpp"

namespace smm::web {

struct Site {
  app::Installation& installation;
  const app::Pages& pages;
  std::string version;  // of the program; names the static files, so that browsers may keep them

  bool https() const { return installation.public_url.starts_with("https://"); }
};

}  // namespace smm::web
