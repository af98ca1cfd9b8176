// SPDX-License-Identifier: Apache-2.0
// Two small invented editions, river-1 and river-2, between which everything happens that a concordance has a
// word for. tests/concordance/river-1--river-2.yaml tells what; the numbers of the worked example follow from
// the points here. They are plain data and too small to pass load_edition.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "instrument/edition.hpp"

namespace smm::test {

inline constexpr instrument::ProgrammeSet river_all = 3;  // md and bsn
inline constexpr instrument::ProgrammeSet river_md = 1;

inline instrument::Item river_item(const std::string& id, instrument::ItemType type,
                                   instrument::ProgrammeSet programmes = river_all) {
  instrument::Item item;
  item.id = id;
  item.type = type;
  item.scored = instrument::Scored::yes;
  item.programmes = programmes;
  item.period = "last-year";
  item.wording.question = "About " + id + "?";
  return item;
}

inline instrument::Item choice(const std::string& id, instrument::ItemType type,
                               const std::vector<std::pair<std::string, double>>& options,
                               instrument::ProgrammeSet programmes = river_all) {
  instrument::Item item = river_item(id, type, programmes);
  for (const auto& [option, points] : options) {
    item.options.push_back({option, "Label of " + option, points, {}, false, false, {}});
  }
  return item;
}

// One step: the full points from a threshold on.
inline instrument::Item stepped(instrument::Item item, double threshold, double points) {
  item.steps.push_back({threshold, points, {}, {}});
  return item;
}

inline void add_section(instrument::Edition& edition, const std::string& id, instrument::SectionKind kind,
                        std::vector<instrument::Item> items) {
  instrument::Section section;
  section.id = id;
  section.kind = kind;
  for (instrument::Item& item : items) {
    item.section = edition.sections.size();
    if (kind != instrument::SectionKind::area) item.scored = instrument::Scored::no;
    section.items.push_back(edition.items.size());
    edition.items.push_back(std::move(item));
  }
  edition.sections.push_back(std::move(section));
}

inline instrument::Edition river_frame(const std::string& id) {
  instrument::Edition edition;
  edition.id = id;
  edition.periods = {{"last-year", "Last year"}, {"this-year", "This year"}};
  edition.terms = {{"rural", "rural", "Outside of cities."}};
  instrument::Programme md;
  md.id = "md";
  md.years = 4;
  instrument::Programme bsn = md;
  bsn.id = "bsn";
  edition.programmes = {md, bsn};
  return edition;
}

inline instrument::Edition river_1() {
  using enum instrument::ItemType;
  instrument::Edition edition = river_frame("river-1");
  add_section(edition, "about", instrument::SectionKind::about, {river_item("class-size", count)});
  instrument::Item hours = stepped(river_item("course-hours", count, river_md), 10, 6);
  add_section(edition, "teaching", instrument::SectionKind::area,
              {choice("course", yes_no, {{"yes", 4}, {"no", 0}}), hours,
               choice("survey", one_of, {{"none", 0}, {"done", 0}, {"acted", 5}}, river_md),
               stepped(choice("topics", any_of, {{"housing", 0}, {"food", 0}}), 2, 5),
               choice("rounds", phase, {{"1", 0}, {"2", 1}, {"3", 2}, {"4", 4}})});
  add_section(edition, "partners", instrument::SectionKind::area,
              {stepped(river_item("sites", count), 5, 6), choice("board", yes_no, {{"yes", 2}, {"no", 0}})});
  add_section(edition, "staff", instrument::SectionKind::area,
              {choice("staff-training", yes_no, {{"yes", 3}, {"no", 0}})});
  add_section(edition, "library", instrument::SectionKind::area,
              {choice("reading-room", yes_no, {{"yes", 3}, {"no", 0}})});
  add_section(edition, "archive", instrument::SectionKind::area,
              {choice("old-records", yes_no, {{"yes", 2}, {"no", 0}})});
  return edition;
}

inline instrument::Edition river_2() {
  using enum instrument::ItemType;
  instrument::Edition edition = river_frame("river-2");
  add_section(edition, "about", instrument::SectionKind::about, {river_item("class-size", count)});
  instrument::Item course = choice("course", yes_no, {{"yes", 4}, {"no", 0}});
  course.wording.question = "Is there a course, required or not?";
  add_section(edition, "teaching", instrument::SectionKind::area,
              {course, stepped(river_item("course-minutes", count, river_md), 500, 6),
               choice("survey", one_of, {{"none", 0}, {"acted", 5}}, river_md),
               stepped(choice("topics", any_of, {{"housing", 0}, {"food", 0}, {"transport", 0}}), 2, 6)});
  add_section(
      edition, "partners-near", instrument::SectionKind::area,
      {stepped(river_item("sites-near", count), 3, 3), choice("board", yes_no, {{"yes", 2}, {"no", 0}}),
       choice("rounds", phase, {{"1", 0}, {"2", 1}, {"3", 2}, {"4", 4}})});
  add_section(edition, "partners-far", instrument::SectionKind::area,
              {stepped(river_item("sites-far", count), 2, 5)});
  add_section(edition, "support", instrument::SectionKind::area,
              {choice("support-for-all", yes_no, {{"yes", 5}, {"no", 0}})});
  add_section(edition, "alumni", instrument::SectionKind::area,
              {choice("mentors", yes_no, {{"yes", 4}, {"no", 0}})});
  return edition;
}

}  // namespace smm::test
