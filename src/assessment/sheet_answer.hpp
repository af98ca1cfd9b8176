// SPDX-License-Identifier: Apache-2.0
// An answer as it stands on a school's sheet, and the rule by which two people who write at once both keep
// what they wrote.
//
// Every save says which version it was made from (0: there was none). Only the version that stands now is
// replaced; anything else is a conflict, and whoever comes second sees both and chooses. Nothing is
// overwritten: each version stays in the history.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "assessment/ids.hpp"
#include "base/instant.hpp"
#include "instrument/answer.hpp"

namespace smm::assessment {

// Which answer of a sheet: items that are shared by the school's programmes have no programme.
struct AnswerPlace {
  std::string programme;  // empty: shared
  std::string item;

  friend auto operator<=>(const AnswerPlace&, const AnswerPlace&) = default;
};

// What a person gave, in the notation of the answer file (docs/reference/files.md).
struct GivenAnswer {
  instrument::AnswerState state = instrument::AnswerState::not_answered;
  std::string value;
  std::string reason;

  friend bool operator==(const GivenAnswer&, const GivenAnswer&) = default;
};

struct SheetAnswer {
  AnswerPlace place;
  GivenAnswer given;
  std::int64_t version = 0;
  std::optional<PersonId> by;
  base::Instant at;
};

enum class SaveOutcome : std::uint8_t { saved, unchanged, conflict };

// `now` is what stands (version 0 when nothing does), `base` the version that the save was made from. The
// same answer again is `unchanged`, whatever it was made from: a form that is sent twice is no conflict.
SaveOutcome judge_save(const GivenAnswer& standing, std::int64_t standing_version, const GivenAnswer& wanted,
                       std::int64_t base);

}  // namespace smm::assessment
