// SPDX-License-Identifier: Apache-2.0
// What changed between two editions (or two drafts of one), item by item and field by field.
//
// Items and everything else are matched by id; an item with another id is another item (a concordance says
// how they relate). Both editions are written out as fields ("question", "options.yes.points", "steps.2",
// "variants.nursing_bsn.example") with their values as text, and the fields are compared. Expressions are
// compared in their canonical form, so that a change of spacing is none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "instrument/edition.hpp"

namespace smm::instrument {

// What a changed field means for those who answer or score.
enum class Aspect {
  frame,       // of the edition: titles, domains, offices, periods, terms, areas
  wording,     // printed words of an item
  options,     // which options, topics or phases there are, and their labels
  points,      // points and reasons of options
  steps,       // thresholds, their points and reasons, direction
  programmes,  // who is asked: programmes, shared or not
  routing,     // when it is asked
  properties   // type, office, kind, period, lever, effort and the like
};

std::string_view to_string(Aspect aspect);

struct FieldChange {
  Aspect aspect = Aspect::frame;
  std::string field;
  std::string before;  // empty: was not there
  std::string after;   // empty: is gone
};

struct ItemDifference {
  std::string id;
  std::vector<FieldChange> changes;
};

struct MovedItem {
  std::string id;
  std::string from;  // section ids
  std::string to;
};

struct EditionDifference {
  std::vector<FieldChange> frame;
  std::vector<std::string> added;       // item ids, in the order of the later edition
  std::vector<std::string> removed;     // item ids, in the order of the earlier edition
  std::vector<MovedItem> moved;         // to another section
  std::vector<std::string> reordered;   // sections whose remaining items stand in another order
  std::vector<ItemDifference> changed;  // items in both, in the order of the later edition

  bool empty() const {
    return frame.empty() && added.empty() && removed.empty() && moved.empty() && reordered.empty() &&
           changed.empty();
  }
};

EditionDifference compare_editions(const Edition& before, const Edition& after);

}  // namespace smm::instrument
