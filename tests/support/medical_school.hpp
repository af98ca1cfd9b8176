// SPDX-License-Identifier: Apache-2.0
// A school of medicine as a roster has it, with a dean who can be invited.
#pragma once

#include <string>

#include "app/rounds/import_roster.hpp"

namespace smm::test {

inline app::RosterSchool medical_school(const std::string& code) {
  app::RosterSchool school;
  school.code = code;
  school.name = "School " + code;
  school.profession = "medicine";
  school.programmes = {"medicine_md"};
  school.contacts.dean = {"Dean of " + code, "dean@" + code + ".example"};
  return school;
}

}  // namespace smm::test
