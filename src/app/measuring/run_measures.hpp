// SPDX-License-Identifier: Apache-2.0
// Use case: run measures over the cohort of a file, and write what came of it. docs/reference/measures.md
// documents the files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/content.hpp"
#include "app/files.hpp"
#include "app/providers/registry_files.hpp"
#include "outcomes/measure/results.hpp"
#include "outcomes/place/address_rule.hpp"
#include "outcomes/reference/reference_at.hpp"

namespace smm::app::measuring {

struct MeasureRequest {
  std::vector<std::string> measures;  // ids; empty: all
  std::string cohort;                 // paths
  std::optional<std::string> schools;
  std::optional<std::string> links;
  std::optional<std::string> draws;
  std::optional<std::string> registry;
  std::optional<std::string> reference;
  bool shipped_lists = false;  // without `reference`, take what ships with the program
  std::optional<std::string> shares;
  std::optional<std::string> folder;  // own measures
  outcomes::registry::Day as_of;
  outcomes::place::AddressRule rule = outcomes::place::AddressRule::practice_first;
  outcomes::reference::Discipline discipline = outcomes::reference::Discipline::primary_care;
  std::vector<std::string> by;
  std::uint64_t seed = 1;
  unsigned threads = 1;
};

// What a person should know of a run beside its rows.
struct MeasureNote {
  std::string measure;  // empty: of all
  std::string sentence;
};

struct MeasuredCohort {
  outcomes::measure::Catalogue catalogue;
  std::vector<const outcomes::measure::Definition*> measures;  // in the catalogue
  std::vector<outcomes::measure::ResultRow> rows;
  std::string snapshots;  // what the results stand on
  std::vector<MeasureNote> notes;
};

base::Result<MeasuredCohort> run_measures(const Files& files, const Content& content,
                                          const providers::RegistryFiles& registry_files,
                                          const MeasureRequest& request);

// The shares of a file, or those that ship.
base::Result<outcomes::measure::PopulationShares> load_shares(const Files& files, const Content& content,
                                                              const std::optional<std::string>& path);

}  // namespace smm::app::measuring
