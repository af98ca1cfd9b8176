// SPDX-License-Identifier: Apache-2.0
// Use case: link a roster of graduates to a registry, and write what came of it.
// docs/reference/link-files.md documents the files.
#pragma once

#include <optional>
#include <string>

#include "app/content.hpp"
#include "app/files.hpp"
#include "app/providers/registry_files.hpp"
#include "outcomes/linkage/link_roster.hpp"

namespace smm::app::linking {

struct LinkGraduatesRequest {
  std::string roster;  // paths
  std::string registry;
  std::optional<std::string> model;      // use this one instead of training
  std::optional<std::string> decisions;  // graduate_id,npi,decision
  outcomes::linkage::LinkRosterOptions options;
};

struct LinkedGraduates {
  outcomes::linkage::Roster roster;
  outcomes::linkage::RosterLinkage linkage;
  std::string snapshot;     // id of the snapshot, to be cited
  base::Problems left_out;  // rows that could not be read, values taken as absent
};

base::Result<LinkedGraduates> link_graduates(const Files& files,
                                             const providers::RegistryFiles& registry_files,
                                             const Content& content, const LinkGraduatesRequest& request);

// graduate_id,state,npi,probability,runner_up_npi,runner_up_probability,candidates
std::string links_csv(const LinkedGraduates& linked);
// One JSON object a line, in the roster's order.
std::string explanations_jsonl(const LinkedGraduates& linked);
// draw,graduate_id,npi
std::string draws_csv(const LinkedGraduates& linked);

// How the linkage does on the graduates whose NPI is known and was hidden from it.
struct HoldoutResult {
  std::size_t known = 0;      // graduates with a valid NPI that the registry has
  std::size_t accepted = 0;   // among them, linked at `accept`
  std::size_t right = 0;      // among the accepted, to their own NPI
  std::size_t retrieved = 0;  // their own NPI is among the candidates retrieved
};
HoldoutResult compare_with_held_out(const LinkedGraduates& linked, double accept);

}  // namespace smm::app::linking
