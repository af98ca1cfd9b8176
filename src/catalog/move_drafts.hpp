// SPDX-License-Identifier: Apache-2.0
// Paragraphs that a dean can adopt, one for each question that may become a move in a feedback report:
// content/moves/<edition>.yaml. {school} and {next} stand in each once, for the school's name and the next
// step. They belong to an edition but are not part of it: words may get better while the edition stands.
#pragma once

#include <map>
#include <string>

#include "base/document.hpp"
#include "base/result.hpp"
#include "instrument/edition.hpp"

namespace smm::catalog {

using MoveDrafts = std::map<std::string, std::string, std::less<>>;  // by id of the question

// Finds every problem at once: move_draft, unknown_id, and those of a reader of fields.
base::Result<MoveDrafts> read_move_drafts(const base::Document& document, const instrument::Edition& edition);

}  // namespace smm::catalog
