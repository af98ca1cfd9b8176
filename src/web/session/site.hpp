// SPDX-License-Identifier: Apache-2.0
// What all endpoints stand on: the installation, the words and templates, and how this site is reached.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/installation/installation.hpp"
#include "app/pages.hpp"
#include "web/http/security_headers.hpp"

namespace smm::app {
struct OutcomeSources;  // of app/graduates: only routes look into it
}

namespace smm::web {

// Paths of the files that every page asks for; their names change with their content.
struct Assets {
  std::string styles;
  std::string htmx;
  std::string app;
  std::string icon;
};

struct Site {
  app::Installation& installation;
  const app::Pages& pages;
  Assets assets;
  http::SecurityPolicy security;
  std::function<void(std::string_view what)> report_trouble;  // a broken environment, for the log
  std::string provider = {};  // what people call the identity provider here; empty: there is none
  const app::OutcomeSources* outcomes = nullptr;  // where graduates are looked up; there while it serves

  bool https() const { return installation.public_url.starts_with("https://"); }
};

}  // namespace smm::web
