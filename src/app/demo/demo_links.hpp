// SPDX-License-Identifier: Apache-2.0
// Links that lead into a demo as somebody: personal links as in mails, good once and for thirty days, and
// made anew every time. Who they are for is kept in the installation's settings.
#pragma once

#include <string>
#include <vector>

#include "app/installation/installation.hpp"

namespace smm::app {

// Codes of the schools that people with links belong to; ADN: associate degree nursing.
struct DemoCast {
  std::string reported;  // answered both rounds
  std::string together;  // works together in the practice round
  std::string alone;     // ADN, answers alone in the practice round
};

struct DemoLink {
  std::string who;
  std::string where;  // what is to be seen there
  std::string url;
};

struct DemoLinks {
  std::vector<DemoLink> links;
  std::vector<std::string> office_codes;  // each good once: the office signs in with a second factor
};

// The administrator of the office, with a second factor: recovery codes.
base::Result<bool> add_demo_office(Installation& installation);

base::Result<bool> keep_demo_cast(Installation& installation, const DemoCast& cast);
base::Result<DemoLinks> demo_links(Installation& installation);

}  // namespace smm::app
