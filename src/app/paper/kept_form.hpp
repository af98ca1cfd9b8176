// SPDX-License-Identifier: Apache-2.0
// A form that came back, as it waits in the database: sealed with the school's key, bound to its row.
#pragma once

#include <string>
#include <vector>

#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/installation/returned_forms.hpp"
#include "report/worksheet_cells.hpp"

namespace smm::app {

inline constexpr std::int64_t returned_form_waits = 7 * base::one_day;

inline constexpr std::string_view workbook_kind = "workbook";
inline constexpr std::string_view keyed_kind = "keyed";

// What the form says to one question.
struct KeptAnswer {
  std::string key;  // of the place (sheet_words.hpp)
  report::TypedAnswer written;
  std::string cell;          // where it stands in the form; empty on paper
  std::int64_t version = 0;  // of the answer that stood when the form was made

  friend bool operator==(const KeptAnswer&, const KeptAnswer&) = default;
};

struct KeptForm {
  std::size_t untouched = 0;  // answers that were left as they were printed
  std::size_t others = 0;     // answers that are not the sender's to write; they were not kept
  std::vector<KeptAnswer> answers;
  bool settled = false;  // of a paper form: keyed twice, and handed over to the school
};

std::string seal_form(const Seals& seals, const ReturnedFormId& id, const KeptForm& form);
KeptForm open_form(const Seals& seals, const ReturnedForm& form);

// Removes what has waited longer than returned_form_waits, of all schools.
void sweep_returned_forms(Records& records, base::Instant now);
void sweep_returned_forms(Installation& installation);

}  // namespace smm::app
