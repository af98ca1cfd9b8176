// SPDX-License-Identifier: Apache-2.0
// Where the pages around a report are.
#pragma once

#include <string>

#include "web/session/endpoint.hpp"

namespace smm::web {

inline std::string report_path(const Call& call, const std::string& below = "") {
  return call.where->path() + "/report" + below;
}

// The round, linked to the school's page for those who may see that.
inline Crumb school_crumb(const Call& call) {
  const bool sees = assessment::allows(call.standing, assessment::Right::see_school);
  return {call.where->round.title, sees ? call.where->path() : ""};
}

}  // namespace smm::web
