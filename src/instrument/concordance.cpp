// SPDX-License-Identifier: Apache-2.0
#include "instrument/concordance.hpp"

#include "base/document_reader.hpp"
#include "instrument/concordance_checks.hpp"
#include "instrument/concordance_reader.hpp"
#include "instrument/definition_name.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

using base::Document;
using base::DocumentReader;
using base::Problems;

const ConcordanceSide* find_side(const std::vector<ConcordanceSide>& sides, const std::string& id,
                                 const base::Place& where, Problems& problems) {
  for (const ConcordanceSide& side : sides) {
    if (side.id == id) return &side;
  }
  if (!id.empty()) {
    problems.emplace_back(problem::unknown_id, "there is no edition or area scheme \"" + id + "\"", where);
  }
  return nullptr;
}

void check_names(const Document& document, const Concordance& concordance, const DocumentReader& reader,
                 Problems& problems) {
  if (concordance.from.empty() || concordance.to.empty()) return;
  if (concordance.from == concordance.to) {
    problems.emplace_back(problem::concordance_file_name,
                          "both sides are \"" + concordance.from + "\"; a concordance links two",
                          reader.place("to"));
    return;
  }
  check_definition_name(document, concordance.from + "--" + concordance.to, reader.place("from"), problems);
}

std::vector<std::string> item_ids(const Edition& edition) {
  std::vector<std::string> ids;
  for (const Item& item : edition.items) ids.push_back(item.id);
  return ids;
}

// What is missing is only said of a file whose rows could all be read.
void check_ids(const ConcordanceTable& table, bool all_read, Problems& problems) {
  check_row_ids(table, problems);
  if (all_read) check_completeness(table, problems);
}

void check_items_of_scheme(const Concordance& concordance, const base::Place& place, Problems& problems) {
  if (concordance.items.empty()) return;
  problems.emplace_back(problem::concordance_items_of_scheme,
                        "an area scheme has no items, so \"items\" is [] when a side is one", place);
}

void check_items_of_editions(const Concordance& concordance, const Edition& older, const Edition& newer,
                             const base::Place& place, bool all_read, Problems& problems) {
  const std::vector<std::string> older_ids = item_ids(older);
  const std::vector<std::string> newer_ids = item_ids(newer);
  check_ids({"item", concordance.items, &older_ids, &newer_ids, place}, all_read, problems);
  check_unchanged_items(concordance, older, newer, problems);
  check_recoded_items(concordance, older, newer, problems);
}

// Rows against the sides; a side that is not there was reported already.
void check_against_sides(const Concordance& concordance, const ConcordanceSide* older,
                         const ConcordanceSide* newer, const DocumentReader& reader, bool all_read,
                         Problems& problems) {
  const ConcordanceTable areas{"area", concordance.areas, older == nullptr ? nullptr : &older->areas,
                               newer == nullptr ? nullptr : &newer->areas, reader.place("areas")};
  check_ids(areas, all_read, problems);
  if (older == nullptr || newer == nullptr) return;
  if (older->edition == nullptr || newer->edition == nullptr) {
    check_items_of_scheme(concordance, reader.place("items"), problems);
  } else {
    check_items_of_editions(concordance, *older->edition, *newer->edition, reader.place("items"), all_read,
                            problems);
  }
}

}  // namespace

ConcordanceSide side_of(const Edition& edition) {
  ConcordanceSide side{edition.id, {}, &edition};
  for (const Section& section : edition.sections) {
    if (section.kind == SectionKind::area) side.areas.push_back(section.id);
  }
  return side;
}

ConcordanceSide side_of(const AreaScheme& scheme) {
  ConcordanceSide side{scheme.id, {}, nullptr};
  for (const SchemeArea& area : scheme.areas) side.areas.push_back(area.id);
  return side;
}

base::Result<Concordance> load_concordance(const Document& document,
                                           const std::vector<ConcordanceSide>& sides) {
  Problems problems;
  Concordance concordance = read_concordance(document, problems);
  const bool all_read = problems.empty();
  Problems heard;  // what is wrong with the map itself was reported by read_concordance
  const DocumentReader reader(document, heard);
  check_names(document, concordance, reader, problems);
  check_row_shapes("area", concordance.areas, problems);
  check_row_shapes("item", concordance.items, problems);
  const ConcordanceSide* older = find_side(sides, concordance.from, reader.place("from"), problems);
  const ConcordanceSide* newer = find_side(sides, concordance.to, reader.place("to"), problems);
  check_against_sides(concordance, older, newer, reader, all_read, problems);
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  return concordance;
}

}  // namespace smm::instrument
