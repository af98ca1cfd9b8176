// SPDX-License-Identifier: Apache-2.0
// A legal hold: while it stands the office cannot be deleted, and no retention clock runs. It is kept
// in the installation in clear, so that it holds also where the key is lost; beginning and lifting it are
// entries of the office's log.
#pragma once

#include <optional>
#include <string>

#include "app/installation/installation.hpp"
#include "base/result.hpp"

namespace smm::app {

struct LegalHold {
  std::string reason;
  std::string by;
  base::Instant since;

  friend bool operator==(const LegalHold&, const LegalHold&) = default;
};

std::optional<LegalHold> legal_hold(Records& records);

// Where one stands already, this one takes its place; the log has both. Problem: reason_needed.
base::Result<LegalHold> begin_legal_hold(const Installation& installation, const std::string& reason,
                                         const std::string& by);

// Problem: no_legal_hold.
base::Result<LegalHold> lift_legal_hold(const Installation& installation, const std::string& by);

// legal_hold_stands, or nothing.
base::Problems refusal_to_delete(Database& database);

}  // namespace smm::app
