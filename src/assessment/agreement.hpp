// SPDX-License-Identifier: Apache-2.0
// What a school agrees to when it takes part. That its answers enter benchmarks and totals is what taking
// part means, so it is agreed to as a whole, by the version of the text that was read. All else is the
// school's own free word, given or not, and taken back at any time.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace smm::assessment {

struct Consents {
  bool research = false;  // researchers may use its answers again, under rules of their own
  bool listing = false;   // it may be named among those who took part
  bool story = false;     // the office may ask it for a story to publish
  bool partners = false;  // partners, such as a state coalition, may see how far it is, never an answer

  friend bool operator==(const Consents&, const Consents&) = default;
};

// As forms, the log and the database name them, in the order in which they are asked.
struct ConsentKind {
  const char* name;
  bool Consents::*given;
};
inline constexpr std::array consent_kinds = {
    ConsentKind{"research", &Consents::research}, ConsentKind{"listing", &Consents::listing},
    ConsentKind{"story", &Consents::story}, ConsentKind{"partners", &Consents::partners}};

struct Agreement {
  std::string version;  // of the text
  std::string sha256;   // of the text
  Consents consents;
  std::string irb;  // number of an ethics board's review, as the school writes it; mostly empty

  friend bool operator==(const Agreement&, const Agreement&) = default;
};

inline constexpr std::size_t longest_irb = 80;

}  // namespace smm::assessment
