// SPDX-License-Identifier: Apache-2.0
// The "HD" file of IPEDS: the yearly list of the institutions of the United States that take part in federal
// student aid (National Center for Education Statistics; docs/howto/roster.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/table.hpp"

namespace smm::app {

// One institution of the list with what a frame needs of it.
struct Institution {
  std::string id;  // UNITID
  std::string name;
  std::string address;  // in one line
  std::string state;
  std::string division;
  std::string control;   // public, private, for_profit
  std::string size;      // 1-5, by students of the whole institution; 1 where it is not reported
  std::string carnegie;  // R1, R2, doctoral, masters, baccalaureate, associate, special, tribal
  std::string locale;    // city, suburb, town, rural
  std::string system;    // empty: none
  bool medical = false;  // grants a medical degree; veterinary medicine counts too
  bool two_year = false;
  int highest_award = 0;  // HLOFFER: 3 associate's, 5 bachelor's, 7 master's, 9 doctor's
};

// The file's bytes as CSV: in UTF-8, and with the quotes doubled that the file of 2022 leaves single within a
// quoted address.
std::string ipeds_text(std::string_view bytes);

// Institutions that are active and grant degrees, by id. Problems: csv_missing_column, ipeds_value.
base::Result<std::vector<Institution>> read_institutions(const base::Table& table);

}  // namespace smm::app
