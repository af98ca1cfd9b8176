// SPDX-License-Identifier: Apache-2.0
// Reads a person of a snapshot back into the texts they were made from, to go into another snapshot.
#pragma once

#include <deque>
#include <string>

#include "outcomes/registry/person_text.hpp"

namespace smm::outcomes::registry {

// Texts that a snapshot does not hold as they were (postal codes); views of PersonText lead into them.
using MadeTexts = std::deque<std::string>;

// Fills `person`; what it held before is gone. `made` is cleared.
void read_person(const Snapshot& snapshot, Row row, PersonText& person, MadeTexts& made);

// Adds other names of `row` that `person` does not have, and takes over further addresses and the Medicare
// record: what a weekly file says nothing about.
void keep_further(const Snapshot& snapshot, Row row, PersonText& person, MadeTexts& made);

}  // namespace smm::outcomes::registry
