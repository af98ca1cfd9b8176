// SPDX-License-Identifier: Apache-2.0
// Seven schools that differ in what a report has to cope with, in one invented round.
#pragma once

#include <memory>

#include "catalog/move_drafts.hpp"
#include "render/html.hpp"
#include "report_world.hpp"

namespace smm::test {

struct SchoolCase {
  std::string name;  // of its golden files
  std::string code;
  bool first_round = false;
  std::vector<std::string> priorities = {};
};

inline const std::vector<SchoolCase>& seven_schools() {
  static const std::vector<SchoolCase> cases = {
      {"missing-areas", "med-1"},
      {"not-permitted", "med-2", false, {"climate", "mission"}},
      {"first-round", "med-3", true, {"curriculum"}},
      {"dental-means-only", "dds-1"},
      {"adn-solo", "adn-1"},
      {"bsn-and-msn", "nur-2", false, {"research"}},
      {"very-strong", "med-4"},
  };
  return cases;
}

class SevenSchools {
 public:
  SevenSchools();

  // Made once; freezing takes its time.
  static const SevenSchools& all();

  // The earlier round, for the schools that had one.
  std::vector<report::OwnSheet> earlier_sheets(const SchoolCase& which) const;

  report::SchoolReport report(const SchoolCase& which) const;

  ReportWorld world;
  std::shared_ptr<const benchmark::Release> release;
  benchmark::ReleaseIndex index;
  instrument::Concordance same;
  catalog::MoveDrafts drafts;
};

const render::Texts& report_texts();
const render::Templates& report_templates();

std::string text_of_file(const std::string& path);

// Does `text` equal tests/golden/report/`name`? With SMM_APPROVE=1 it is written first.
bool is_golden(const std::string& name, const std::string& text);

}  // namespace smm::test
