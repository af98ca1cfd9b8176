// SPDX-License-Identifier: Apache-2.0
// Repository: what each school agreed to in a round, and every change of it. Nothing is ever overwritten: the
// last one counts.
#pragma once

#include <optional>
#include <vector>

#include "app/installation/rounds.hpp"
#include "assessment/agreement.hpp"

namespace smm::app {

struct KeptAgreement {
  SheetKey sheet;
  std::int64_t number = 1;  // the first is given with the acceptance
  assessment::Agreement agreement;
  assessment::PersonId by;
  base::Instant at;

  friend bool operator==(const KeptAgreement&, const KeptAgreement&) = default;
};

class Agreements {
 public:
  virtual ~Agreements() = default;

  virtual std::vector<KeptAgreement> of(const SheetKey& sheet) = 0;  // oldest first
  virtual std::optional<KeptAgreement> last(const SheetKey& sheet) = 0;
  virtual std::vector<KeptAgreement> last_of_each(const assessment::RoundId& round) = 0;  // by school
  virtual void add(const KeptAgreement& agreement) = 0;  // a number that is taken is refused (Refusal::taken)
};

}  // namespace smm::app
