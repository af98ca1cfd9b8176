// SPDX-License-Identifier: Apache-2.0
// Small sources for tests: rows named by column, and the snapshots made of them, in memory.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "outcomes/registry/build.hpp"

namespace smm::outcomes::registry {

using SampleRow = std::map<std::string, std::string>;

inline const std::vector<std::string>& sample_columns() {
  static const std::vector<std::string> columns = [] {
    std::vector<std::string> names = {"NPI",
                                      "Entity Type Code",
                                      "Provider Last Name (Legal Name)",
                                      "Provider First Name",
                                      "Provider Middle Name",
                                      "Provider Name Suffix Text",
                                      "Provider Credential Text",
                                      "Provider Other Last Name",
                                      "Provider Other First Name",
                                      "Provider Other Middle Name",
                                      "Provider Other Last Name Type Code",
                                      "Provider First Line Business Mailing Address",
                                      "Provider Business Mailing Address City Name",
                                      "Provider Business Mailing Address State Name",
                                      "Provider Business Mailing Address Postal Code",
                                      "Provider First Line Business Practice Location Address",
                                      "Provider Business Practice Location Address City Name",
                                      "Provider Business Practice Location Address State Name",
                                      "Provider Business Practice Location Address Postal Code",
                                      "Provider Enumeration Date",
                                      "Last Update Date",
                                      "NPI Deactivation Date",
                                      "NPI Reactivation Date",
                                      "Provider Sex Code"};
    for (const char* slot : {"1", "2"})
      for (const char* name :
           {"Healthcare Provider Taxonomy Code_", "Provider License Number_",
            "Provider License Number State Code_", "Healthcare Provider Primary Taxonomy Switch_"})
        names.push_back(std::string(name) + slot);
    return names;
  }();
  return columns;
}

inline std::string sample_csv(const std::vector<SampleRow>& rows) {
  std::string csv;
  const auto line = [&](auto value) {
    for (std::size_t at = 0; at < sample_columns().size(); ++at)
      csv += (at == 0 ? "\"" : ",\"") + value(sample_columns()[at]) + "\"";
    csv += '\n';
  };
  line([](const std::string& name) { return name; });
  for (const SampleRow& row : rows)
    line([&](const std::string& name) { return row.contains(name) ? row.at(name) : std::string(); });
  return csv;
}

inline SampleRow sample_person(const std::string& npi, const std::string& last, const std::string& first) {
  return {{"NPI", npi},
          {"Entity Type Code", "1"},
          {"Provider Last Name (Legal Name)", last},
          {"Provider First Name", first},
          {"Provider Business Practice Location Address City Name", "DURHAM"},
          {"Provider Business Practice Location Address State Name", "NC"},
          {"Provider Business Practice Location Address Postal Code", "277011234"},
          {"Provider First Line Business Practice Location Address", "1 MAIN ST"},
          {"Provider Enumeration Date", "05/04/2015"},
          {"Last Update Date", "06/07/2020"},
          {"Healthcare Provider Taxonomy Code_1", "207Q00000X"},
          {"Healthcare Provider Primary Taxonomy Switch_1", "Y"}};
}

// A snapshot with the bytes it reads.
struct SampleRegistry {
  MemorySpace space;
  BuildOutcome outcome;
  Snapshot snapshot() const {
    auto opened = Snapshot::open(space.snapshot(), "sample");
    if (!opened) throw std::runtime_error(to_string(opened.problems().front()));
    return *std::move(opened);
  }
};

struct SampleSources {
  std::string main;
  std::string other_names;
  std::string locations;
  std::string medicare;
};

inline base::Result<BuildOutcome> try_build(const SampleSources& texts, BuildSpace& space,
                                            const BuildOptions& options = {}) {
  base::MemorySource main(texts.main);
  base::MemorySource names(texts.other_names);
  base::MemorySource locations(texts.locations);
  base::MemorySource medicare(texts.medicare);
  BuildSources sources{&main, "npidata.csv", {}};
  if (!texts.other_names.empty()) sources.further.push_back({FurtherFile::other_names, &names, "names.csv"});
  if (!texts.locations.empty()) sources.further.push_back({FurtherFile::locations, &locations, "pl.csv"});
  if (!texts.medicare.empty()) sources.further.push_back({FurtherFile::medicare, &medicare, "dac.csv"});
  Provenance known;
  known.source = "npidata.csv";
  known.source_bytes = texts.main.size();
  return build_snapshot(sources, known, space, options);
}

inline SampleRegistry sample_registry(const SampleSources& texts, const BuildOptions& options = {}) {
  SampleRegistry built;
  auto outcome = try_build(texts, built.space, options);
  if (!outcome) throw std::runtime_error(to_string(outcome.problems().front()));
  built.outcome = *std::move(outcome);
  return built;
}

}  // namespace smm::outcomes::registry
