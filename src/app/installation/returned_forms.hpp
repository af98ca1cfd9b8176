// SPDX-License-Identifier: Apache-2.0
// Repository: forms that came back on paper or as a workbook, and wait until somebody has looked through
// them. What they hold arrives sealed with the school's key and leaves sealed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/installation/rounds.hpp"
#include "base/id.hpp"

namespace smm::app {

using ReturnedFormId = base::Id<struct ReturnedFormTag>;

struct ReturnedForm {
  ReturnedFormId id;
  SheetKey sheet;
  std::string kind;       // "workbook", or "keyed" from paper
  std::int64_t pass = 1;  // of a paper form: keyed once, and a second time
  assessment::PersonId by;
  base::Instant at;
  std::string sealed;

  friend bool operator==(const ReturnedForm&, const ReturnedForm&) = default;
};

class ReturnedForms {
 public:
  virtual ~ReturnedForms() = default;

  virtual std::optional<ReturnedForm> by_id(const ReturnedFormId& id) = 0;
  virtual std::vector<ReturnedForm> of(const SheetKey& sheet) = 0;  // oldest first
  virtual void keep(const ReturnedForm& form) = 0;                  // adds, or replaces time and contents
  virtual void remove(const ReturnedFormId& id) = 0;
  virtual void sweep(base::Instant before) = 0;  // removes what has waited since before
};

}  // namespace smm::app
