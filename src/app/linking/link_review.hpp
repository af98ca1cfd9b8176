// SPDX-License-Identifier: Apache-2.0
// Use cases on what `smm link --explain` wrote: a queue of pairs for reviewers, and the linkage's quality.
//
// The queue is blind: a pair shows what the roster and the registry say, never a probability or a weight. The
// pairs about which the linkage is least sure come first. Decisions are kept in a file of their own
// (graduate_id,npi,decision), which later linkages take with --decisions, whatever the snapshot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/files.hpp"
#include "app/linking/explained_links.hpp"
#include "app/linking/pair_facts.hpp"
#include "app/providers/registry_files.hpp"
#include "outcomes/linkage/link_quality.hpp"
#include "outcomes/linkage/link_roster.hpp"

namespace smm::app::linking {

struct ReviewPair {
  std::string graduate_id;
  std::string npi;
  std::vector<ToldFact> graduate_facts;  // what the roster says
  std::vector<ToldFact> person_facts;    // what the registry says
  std::size_t number = 0;                // place among all pairs of the linkage, from 0
  std::vector<ExplainedField> evidence;
  double probability = 0;  // this and the evidence's weights are for after the decision
  std::string decision;    // the last one; empty in a queue
};

struct ReviewRequest {
  std::string roster;  // paths
  std::string registry;
  std::string explanations;
  std::string decisions;  // may not exist yet
  std::size_t most = 200;
  double least_doubt = 0;  // leaves out pairs whose probability is nearer to 0 or 1 than this
};

// Undecided pairs, least sure first; ties by graduate and NPI.
base::Result<std::vector<ReviewPair>> review_queue(const Files& files,
                                                   const providers::RegistryFiles& registry_files,
                                                   const ReviewRequest& request);

// How long the queue is.
base::Result<std::size_t> count_open_pairs(const Files& files, const ReviewRequest& request);

// One pair by its number, decided or not. Problem: pair_not_found.
base::Result<ReviewPair> review_pair(const Files& files, const providers::RegistryFiles& registry_files,
                                     const ReviewRequest& request, std::size_t number);

// graduate_id,npi,graduate,person,decision with the decision left empty.
std::string queue_csv(const std::vector<ReviewPair>& queue);

// Adds one decision to the file, which is made if it is missing; written whole.
base::Result<bool> keep_decision(const Files& files, const std::string& path, const ReviewPair& pair,
                                 const std::string& decision);

// Adds every decision of a queue that came back filled in; returns how many.
base::Result<std::size_t> take_decisions(const Files& files, const std::string& path,
                                         const std::string& queue);

struct QualityRequest {
  std::string roster;  // paths
  std::string explanations;
  std::optional<std::string> decisions;
  double accept = 0.9;
};

// All graduates, then by sex, profession, year of graduation (in fives), and how common the surname is on the
// roster.
base::Result<std::vector<outcomes::linkage::GroupQuality>> quality_of_links(const Files& files,
                                                                            const QualityRequest& request);
std::string quality_csv(const std::vector<outcomes::linkage::GroupQuality>& qualities);

}  // namespace smm::app::linking
