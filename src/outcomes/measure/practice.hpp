// SPDX-License-Identifier: Apache-2.0
// What is known of persons through links: who they are in the registry, and how and where they practice.
//
// A fact about a place is often not certain: a ZIP code may lie in a shortage area in part. `decided` takes
// what is more likely than not even at the worse bound (yes from a least probability of 0.5, no below a
// largest of 0.5); `certain` takes only what the place leaves no doubt about. Numbers are made of the
// decided facts, bounds of the certain ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/byte_source.hpp"
#include "base/result.hpp"
#include "outcomes/measure/cohort.hpp"

namespace smm::outcomes::measure {

// One stay in underserved practice (HPSA or MUA/P), as far as the registry's addresses tell.
struct UnderservedStay {
  Day from;
  Day until;          // when an address elsewhere was first seen, or the last day of the registry
  bool left = false;  // whether there was one
};

struct Practice {
  std::uint32_t npi = 0;
  Answers decided;
  Answers certain;
  std::uint8_t state_letters[2] = {0, 0};  // of the practice address; 0: not known
  std::optional<UnderservedStay> stay;     // none: not known to have begun in an underserved place
};

// A fact whose least and largest probability is known.
void set_bounded(Practice& practice, Fact fact, double low, double high);

// Who a person is.
struct PersonLink {
  LinkState state = LinkState::not_in_registry;
  bool in_file = false;  // the links file has the person
  double probability = 0;
  std::uint32_t npi = 0;  // 0: none
};

// links.csv, by person of the cohort. Graduates that the cohort does not have are left out and counted.
struct Links {
  std::vector<PersonLink> persons;
  std::size_t others = 0;
};
base::Result<Links> read_links(base::ByteSource& bytes, const std::string& source, const Cohort& cohort);

// Everybody as without a links file: nurses of programs without NPI are no_npi_expected.
Links no_links(const Cohort& cohort);

// draws.csv: for each draw the links of all persons. `links` tells who is not expected to have an NPI.
base::Result<std::vector<Links>> read_draws(base::ByteSource& bytes, const std::string& source,
                                            const Cohort& cohort, const Links& links);

// All NPIs that links or draws name, ascending, each once.
std::vector<std::uint32_t> linked_npis(const Links& links, const std::vector<Links>& draws);

// Practices by NPI: a table of their numbers, open to the next free place, so that finding one touches memory
// once or twice however many there are.
class Practices {
 public:
  explicit Practices(std::vector<Practice> practices);
  const Practice* find(std::uint32_t npi) const;

 private:
  std::size_t slot_of(std::uint32_t npi) const { return (npi * 0x9e3779b1U >> 4) & mask_; }

  std::vector<Practice> practices_;
  std::vector<std::uint32_t> table_;  // 0: free; else one more than the position
  std::size_t mask_ = 0;
};

}  // namespace smm::outcomes::measure
