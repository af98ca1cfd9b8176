// SPDX-License-Identifier: Apache-2.0
// Candidates for a roster. IPEDS knows institutions, not schools: that there is a school of medicine,
// dentistry or nursing is said by a reviewed list, or concluded by a rule (docs/howto/roster.md). Nobody is
// invited because of a rule: the office reads the candidates first.
#pragma once

#include <string>
#include <vector>

#include "app/rosters/ipeds_list.hpp"
#include "base/result.hpp"
#include "base/table.hpp"

namespace smm::app {

// How it is known that the institution has the program.
enum class CandidateBasis : std::uint8_t { reviewed, assumed };

std::string_view to_string(CandidateBasis basis);

struct Candidate {
  Institution institution;
  std::string programme;  // id of the edition
  CandidateBasis basis = CandidateBasis::assumed;
  std::string note;  // why, where the reviewed list says so
};

// A line of a reviewed list: `unitid,programme,decision,note`, decision include or leave_out; other columns
// are for the reader.
struct Reviewed {
  std::string unitid;
  std::string programme;
  bool include = false;
  std::string note;
  int line = 0;
};

// Problems: csv_missing_column, ipeds_review.
base::Result<std::vector<Reviewed>> read_reviewed(const base::Table& table);

// By institution, then program. What the list says counts before any rule. Problem: ipeds_review, for a line
// about an institution that is not there, or two lines about one program.
base::Result<std::vector<Candidate>> candidates_of(const std::vector<Institution>& institutions,
                                                   const std::vector<Reviewed>& reviewed);

// The candidates as a roster that can be read, completed and imported: one row for each school and program,
// its code made of the institution's id and the profession, and two columns more, `basis` and `note`.
std::string candidates_csv(const std::vector<Candidate>& candidates);

}  // namespace smm::app
