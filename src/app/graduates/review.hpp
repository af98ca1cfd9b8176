// SPDX-License-Identifier: Apache-2.0
// Use cases: a reviewer compares graduates and candidates, the least sure pair first, and decides. Blind:
// until a pair is decided nothing tells what the linkage makes of it. Decisions last beyond the snapshot.
#pragma once

#include <optional>
#include <string>

#include "app/answering/hand.hpp"
#include "app/graduates/outcome_sources.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/linking/link_review.hpp"

namespace smm::app {

// Pairs surer than this are not worth a reviewer's time.
inline constexpr double least_doubt_reviewed = 0.01;

// Problems of all: graduates_off, graduates_elsewhere, registry_not_set, linkage_missing, key_unavailable,
// those of opening the registry.
base::Result<std::size_t> open_pairs(Installation& installation, const OutcomeSources& sources,
                                     const Hand& hand);
base::Result<std::optional<linking::ReviewPair>> next_pair(Installation& installation,
                                                           const OutcomeSources& sources, const Hand& hand);
// Also pair_not_found.
base::Result<linking::ReviewPair> pair_at(Installation& installation, const OutcomeSources& sources,
                                          const Hand& hand, std::size_t number);

// `npi` as the page showed it, so that a decision never lands on another linkage's pair: decision_unknown.
base::Result<bool> decide_pair(Installation& installation, const OutcomeSources& sources, const Hand& hand,
                               std::size_t number, const std::string& npi, const std::string& decision);

}  // namespace smm::app
