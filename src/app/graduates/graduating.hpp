// SPDX-License-Identifier: Apache-2.0
// Use cases of a graduating class: the school gives it a link; who graduates finds the own entry in the
// registry, or types the number, and consents that the school is told; and may take it back. Nobody needs an
// account, and nothing is kept without consent. The school takes the numbers as a column for its roster.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/graduates/outcome_sources.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/people/throttle.hpp"

namespace smm::app {

// ---- The school's side. Problems of all: graduates_off, graduates_elsewhere, key_unavailable.

struct ShownClass {
  GraduatingClassId id;
  std::string label;
  std::string url;  // what the class is given
  base::Instant at;
  base::Instant expires;
  bool over = false;
  std::size_t words = 0;  // who answered and did not take it back
};

base::Result<std::vector<ShownClass>> graduating_classes(Installation& installation, const Hand& hand);

// Problem: class_bad.
base::Result<bool> open_class(Installation& installation, const Hand& hand, const std::string& label,
                              std::int64_t days);
// Problem: class_over.
base::Result<bool> end_class(Installation& installation, const Hand& hand, const GraduatingClassId& id);

// graduate_id,last,first,npi,confirmed; graduate_id as the graduate gave it, or that of the one row of the
// roster with this name. Problem: class_over, where there is none.
base::Result<std::string> class_csv(Installation& installation, const Hand& hand,
                                    const GraduatingClassId& id);

// ---- The graduate's side.

struct SeenClass {
  std::string school;  // name
  std::string label;
  base::Instant expires;
};
// Problem: class_over.
base::Result<SeenClass> class_at(Installation& installation, const std::string& token);

struct RegistryEntry {
  std::string npi;
  std::string name;
  std::string credential;
  std::string place;     // city and state of practice
  std::string taxonomy;  // code
};
inline constexpr std::size_t most_entries_shown = 20;

// By name and state: at least two letters of each name. Too many is as good as none: `too_many`.
struct FoundEntries {
  std::vector<RegistryEntry> entries;
  bool too_many = false;
};
// Problems: registry_not_set, own_word_bad.
base::Result<FoundEntries> find_entries(const OutcomeSources& sources, const std::string& last,
                                        const std::string& first, const std::string& state);

struct GivenWord {
  std::string last;
  std::string first;
  std::string graduate_id;  // may be empty
  std::string npi;
  bool consent = false;
};
// Gives the secret that takes it back. Problems: class_over, consent_missing, own_word_bad.
base::Result<std::string> give_word(Installation& installation, const std::string& token,
                                    const GivenWord& given);

// What stands under a secret; nothing when it was taken back, or never was.
struct StandingWord {
  std::string school;
  std::string npi;
};
base::Result<std::optional<StandingWord>> word_at(Installation& installation, const std::string& secret);
base::Result<bool> take_word_back(Installation& installation, const std::string& secret);

// Counts a try of the public pages from one network, where a whole class may sit.
std::optional<Throttled> count_class_try(Installation& installation, const std::string& address);

}  // namespace smm::app
