// SPDX-License-Identifier: Apache-2.0
// An item of an older edition beside one of a newer, as each program that has both sees them, and what
// differs between the two. What a program sees is what counts: a variant may differ where the item does not.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "instrument/edition.hpp"
#include "instrument/questionnaire.hpp"

namespace smm::instrument {

struct SeenItem {
  Item item;             // variants folded in
  int years = 0;         // columns of the program's year grids
  std::string glossary;  // definitions of the terms that the item uses
};

struct PairedItem {
  SeenItem older;
  SeenItem newer;
};

// The two editions' questionnaires for each program, by id, that both have.
class PairedEditions {
 public:
  PairedEditions(const Edition& older, const Edition& newer);

  // One pair for each program that is asked both items.
  std::vector<PairedItem> pairs(std::string_view older_item, std::string_view newer_item) const;

 private:
  const Edition& older_;
  const Edition& newer_;
  std::vector<std::pair<Questionnaire, Questionnaire>> programmes_;
};

// Names of fields that differ, from the deepest change to the shallowest:
// whom or when the answer is about (answered, unit, period, years of a grid),
std::set<std::string> changed_subject(const PairedItem& pair);
// how it is given and what it earns (type, options, points, steps, direction, compare, limits),
std::set<std::string> changed_measure(const PairedItem& pair);
// and what a person reads who answers (question, definitions, labels, what numbers count, glossary).
std::set<std::string> changed_words(const PairedItem& pair);

}  // namespace smm::instrument
