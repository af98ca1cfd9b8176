// SPDX-License-Identifier: Apache-2.0
// The edition of a round, with the labels that its office gave to areas: some places cannot spend on a word
// that others take for granted. Ids, questions and points are the edition's, so nothing that is computed
// changes; whoever opens a sheet or a report of the round reads these labels.
//
// They are kept as one text of the round: what every page asks for is one row.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/installation/database.hpp"
#include "app/installation/edition_shelf.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

inline constexpr std::string_view area_labels_text = "areas";

// By id of the area; those that the office left as they are have none.
using AreaLabels = std::map<std::string, std::string>;

AreaLabels area_labels(Records& records, const assessment::RoundId& round);
std::string written_labels(const AreaLabels& labels);

// Problems: those of EditionShelf.
base::Result<std::shared_ptr<const ShelvedEdition>> round_edition(Records& records, EditionShelf& editions,
                                                                  const assessment::Round& round);

// The same with a read of its own.
base::Result<std::shared_ptr<const ShelvedEdition>> edition_of_round(Installation& installation,
                                                                     const assessment::Round& round);

}  // namespace smm::app
