// SPDX-License-Identifier: Apache-2.0
// Reads schemes and concordances from disk, for tests, and the sides that the invented ones refer to.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "edition_folder.hpp"
#include "instrument/concordance.hpp"
#include "river_editions.hpp"

namespace smm::test {

// `name`: the file's name as places and the check of names see it.
inline base::Document yaml_document(const std::string& bytes, const std::string& name) {
  auto document = exchange::parse_yaml(bytes, name);
  if (!document) throw std::runtime_error(base::to_string(document.problems().front()));
  return *std::move(document);
}

inline base::Document yaml_file(const std::filesystem::path& path) {
  return yaml_document(bytes_of_file(path), path.filename().string());
}

struct River {
  instrument::Edition older = river_1();
  instrument::Edition newer = river_2();

  base::Result<instrument::Concordance> load(const base::Document& document) const {
    const instrument::ConcordanceSide lake{"lake-1", {"shore", "area-02"}, nullptr};
    return instrument::load_concordance(document,
                                        {instrument::side_of(older), instrument::side_of(newer), lake});
  }
};

}  // namespace smm::test
