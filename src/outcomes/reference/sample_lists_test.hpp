// SPDX-License-Identifier: Apache-2.0
// Small sources of reference lists for tests, and the lists made of them.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "outcomes/reference/import_list.hpp"
#include "outcomes/reference/reference_at.hpp"

namespace smm::outcomes::reference {

inline Day day_of(const std::string& text) {
  return registry::parse_iso_day(text).value();
}

inline ImportedList imported(ListKind kind, const std::string& source,
                             const std::string& as_of = "2022-06-30") {
  auto list = import_list(kind, source, "sample.csv", day_of(as_of));
  if (!list) throw std::runtime_error(to_string(list.problems().front()));
  return std::move(list).value();
}

inline NamedBytes snapshot_of(ListKind kind, const std::string& source,
                              const std::string& as_of = "2022-06-30") {
  const ImportedList list = imported(kind, source, as_of);
  return {file_name(list.list.origin), list.bytes};
}

inline ReferenceAt reference_of(const std::vector<NamedBytes>& lists, const ReferenceOptions& options) {
  auto reference = open_reference(lists, options);
  if (!reference) throw std::runtime_error(to_string(reference.problems().front()));
  return std::move(reference).value();
}

inline std::uint64_t count_of(const ReferenceList& list, const std::string& name) {
  for (const auto& [found, count] : list.origin.counts)
    if (found == name) return count;
  return 0;
}

// Rows of the national HPSA file, by the names of its field dictionary, with the comma that ends each of its
// lines.
struct NationalRow {
  std::string id = "1379990001";
  std::string name = "Sample";
  std::string type = "Geographic HPSA";
  std::string discipline = "Primary Care";
  std::string status = "Designated";
  std::string designated = "01/02/2010";
  std::string area = "37063";
  std::string withdrawn = "";
  std::string component = "Single County";
  std::string address = "";
  std::string zip = "";
  std::string state = "NC";
};

inline std::string national_hpsa(const std::vector<NationalRow>& rows) {
  std::string csv =
      "HPSA Name,HPSA ID,Designation Type,HPSA Discipline Class,HPSA Score,Primary State Abbreviation,HPSA "
      "Status,"
      "HPSA Designation Date,HPSA Geography Identification Number,Withdrawn Date,HPSA Address,HPSA Postal "
      "Code,"
      "HPSA Component Type Description,\n";
  for (const NationalRow& row : rows)
    csv += "\"" + row.name + "\"," + row.id + "," + row.type + "," + row.discipline + ",14," + row.state +
           "," + row.status + "," + row.designated + "," + row.area + "," + row.withdrawn + ",\"" +
           row.address + "\"," + row.zip + "," + row.component + ",\n";
  return csv;
}

}  // namespace smm::outcomes::reference
