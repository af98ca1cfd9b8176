// SPDX-License-Identifier: Apache-2.0
// Use cases: a school answered on paper, and the program office keys the form in for it.
//
// Only while the school lets the office look, or a data steward has given a reason (outside_views.hpp): then
// whoever looks in may key. The form is keyed twice, each time into a blank worksheet of the school, the
// second time without sight of the first; differences are chosen one by one. What comes of it is not saved:
// it waits for the school as a workbook does (returned_workbook.hpp), and whoever writes the whole sheet
// there looks through it and saves it, with the source "paper". So the office never writes an answer
// (docs/adr/0011-the-office-keys-the-school-saves.md).
//
// The school's log tells of each keying, by whom, and whether it was the same person twice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/installation/installation.hpp"
#include "app/installation/returned_forms.hpp"
#include "render/texts.hpp"

namespace smm::app {

// Does this standing key paper forms? Nobody of the school does.
bool may_key(const assessment::Standing& standing);

// A question that was keyed in two ways.
struct KeyedDifference {
  std::size_t place = 0;  // position in SheetPlan::answers
  assessment::GivenAnswer first;
  assessment::GivenAnswer second;
};

struct KeyedForms {
  int passes = 0;            // that wait: none, one, both
  std::string key;           // which they are: choices are about these
  bool by_reader = false;    // the first one is of whoever looks now
  bool same_person = false;  // keyed both
  std::size_t agreed = 0;    // answers that both have alike; counted once both are there
  std::vector<KeyedDifference> differences;
};

// Problems: not_there, key_unavailable.
base::Result<KeyedForms> keyed_forms(Installation& installation, const Hand& hand);

// The first or the second pass, whichever is missing. Returns which it was. Problems: not_there, those of
// read_worksheet, keyed_not_blank, keyed_unreadable, worksheet_unchanged, keyed_twice (both are there).
base::Result<int> key_form(Installation& installation, const render::Texts& texts, const Hand& hand,
                           std::string_view bytes);

struct KeyedChoice {
  std::size_t place = 0;
  int pass = 0;  // 1 or 2; anything else: none was chosen
};

// Hands the form over to the school. `key`: of the passes that were looked at. Gives the places of
// differences without a choice: then nothing was done. Problems: not_there, also when other passes wait by
// now.
base::Result<std::vector<std::size_t>> settle_keyed(Installation& installation, const Hand& hand,
                                                    const std::string& key,
                                                    const std::vector<KeyedChoice>& choices);

// Both passes; what was handed over stays.
base::Result<bool> discard_keyed(Installation& installation, const Hand& hand);

}  // namespace smm::app
