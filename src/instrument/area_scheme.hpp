// SPDX-License-Identifier: Apache-2.0
// An area scheme: the structure of a self-assessment whose questions are not here, as plain data.
//
// It has names and counts but no items, so nothing can be answered, scored or tracked in it; a concordance
// only says where its areas belong today. docs/reference/concordance.md says how it is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/document.hpp"
#include "base/result.hpp"

namespace smm::instrument {

struct SchemeDomain {
  std::string id;
  std::optional<std::string> label;  // as published; absent when no source gives the name
  std::string note;
};

struct SchemeArea {
  std::string id;
  std::optional<std::string> label;
  std::string note;
  std::optional<std::size_t> domain;  // position in AreaScheme::domains, absent when not known
};

struct AreaScheme {
  std::string id;
  std::string title;
  std::vector<int> years;                // known to have been used in, ascending
  std::optional<int> scored_indicators;  // absent when not known
  std::string source;                    // where the facts come from
  std::vector<SchemeDomain> domains;
  std::vector<SchemeArea> areas;
};

// Finds every problem of the file at once. The file's name is taken from the document's place;
// `edition_ids` are taken already, since editions and schemes share one set of ids.
base::Result<AreaScheme> load_area_scheme(const base::Document& document,
                                          const std::vector<std::string>& edition_ids);

}  // namespace smm::instrument
