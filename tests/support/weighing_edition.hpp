// SPDX-License-Identifier: Apache-2.0
// A tiny edition for tests of weights, and tables written as text.
//
//   domain governance   area mission      vision, budget, partners; prizes (optional); about-us (unscored)
//                       area leadership   board, dean
//   domain research     area research     projects, funds          (area and domain share the id)
#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/table.hpp"
#include "instrument/edition.hpp"

namespace smm::test {

class EditionWriter {
 public:
  void section(const std::string& id, instrument::SectionKind kind, std::size_t domain) {
    instrument::Section section;
    section.id = id;
    section.kind = kind;
    section.domain = domain;
    if (kind == instrument::SectionKind::area)
      edition.domains[domain].areas.push_back(edition.sections.size());
    edition.sections.push_back(std::move(section));
  }

  void item(const std::string& id, instrument::Scored scored) {
    instrument::Item item;
    item.id = id;
    item.section = edition.sections.size() - 1;
    item.scored = scored;
    edition.sections.back().items.push_back(edition.items.size());
    edition.items.push_back(std::move(item));
  }

  void domain(const std::string& id) {
    edition.domains.emplace_back();
    edition.domains.back().id = id;
  }

  instrument::Edition edition;
};

inline instrument::Edition weighing_edition() {
  using instrument::Scored;
  using instrument::SectionKind;
  EditionWriter writer;
  writer.domain("governance");
  writer.domain("research");
  writer.section("about", SectionKind::about, 0);
  writer.item("size", Scored::no);
  writer.section("mission", SectionKind::area, 0);
  for (const char* id : {"vision", "budget", "partners"}) writer.item(id, Scored::yes);
  writer.item("prizes", Scored::optional);
  writer.item("about-us", Scored::no);
  writer.section("leadership", SectionKind::area, 0);
  for (const char* id : {"board", "dean"}) writer.item(id, Scored::yes);
  writer.section("research", SectionKind::area, 1);
  for (const char* id : {"projects", "funds"}) writer.item(id, Scored::yes);
  return std::move(writer.edition);
}

// An edition of one domain, whose one area has `size` indicators i1, i2, ...
inline instrument::Edition one_area_edition(std::size_t size) {
  EditionWriter writer;
  writer.domain("d");
  writer.section("a", instrument::SectionKind::area, 0);
  for (std::size_t i = 1; i <= size; ++i) writer.item("i" + std::to_string(i), instrument::Scored::yes);
  return std::move(writer.edition);
}

inline std::vector<std::string> split_cells(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == ',') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

// Lines of cells parted by commas, the head first; no quotes.
inline base::Table table_of(const std::string& source, const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  base::Table table{source, split_cells(line), {}};
  for (int number = 2; std::getline(lines, line); ++number) table.rows.push_back({number, split_cells(line)});
  return table;
}

}  // namespace smm::test
