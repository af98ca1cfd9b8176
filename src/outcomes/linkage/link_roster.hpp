// SPDX-License-Identifier: Apache-2.0
// Links a roster of graduates to the persons of a registry snapshot.
//
// Every graduate gets a state, and the best candidate with its probability whenever there is one:
//   linked            probability of the best candidate at least `accept`, or what `accept_share` comes to
//   contradicted      an NPI was given, and the names and the rest speak against it (below 0.1)
//   not_in_registry   no record at all has probability 0.5 or more
//   no_npi_expected   the same, for professions that mostly have no NPI (registered and practical nurses)
//   ambiguous         everything else
// A given NPI takes no part in estimating the model. It makes its own person 49 times as likely as before
// (right in 98 of 100), and the registry's person is always among the candidates.
//
// Decisions of reviewers are kept: `same` fixes a link, `different` rules a pair out.
// The result does not depend on the number of threads. docs/methods/linkage.md gives the method.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outcomes/linkage/competition.hpp"
#include "outcomes/linkage/graduate_levels.hpp"
#include "outcomes/linkage/nicknames.hpp"
#include "outcomes/linkage/roster.hpp"
#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::linkage {

enum class LinkState : std::uint8_t { linked, ambiguous, not_in_registry, no_npi_expected, contradicted };
std::string_view name_of(LinkState state);

struct Decision {
  std::string graduate_id;
  registry::Npi npi;
  bool same = false;
};

// The share of a model that can be kept and used again: m by level, share linked by profession and sex.
struct GraduateModel {
  LinkageModel values;
  bool trained = false;
};

struct LinkRosterOptions {
  unsigned threads = 1;
  std::uint64_t seed = 1;  // of the draws
  double accept = 0.9;
  std::optional<double>
      accept_share;  // instead of `accept`: the share of links to be right together (acceptance.hpp)
  std::size_t draws = 0;
  bool hide_npis = false;  // to check against them afterwards
  std::vector<Decision> decisions;
  std::optional<GraduateModel> model;  // use it as it is instead of training one
};

struct FieldEvidence {
  GraduateField field = GraduateField::surname;
  std::string level;
  double weight = 0;     // natural logarithm of m / u
  double frequency = 0;  // u: share of the registry at this level by chance
};

struct GraduateCandidate {
  std::uint32_t npi = 0;
  double probability = 0;
  double weight = 0;
  std::vector<FieldEvidence> evidence;
};

// A candidate of which no more is told.
struct FurtherCandidate {
  std::uint32_t npi = 0;
  double probability = 0;
};

struct GraduateLink {
  LinkState state = LinkState::not_in_registry;
  std::vector<GraduateCandidate> candidates;  // best first, at most `candidates_told`
  std::vector<FurtherCandidate> further;      // all others that were retrieved, in the registry's order
  std::size_t candidates_in_all = 0;          // of probability 0.001 and more
  double none = 1;
};
inline constexpr std::size_t candidates_told = 5;

struct DrawnLink {
  std::uint32_t draw = 0;      // from 1
  std::uint32_t graduate = 0;  // index into the roster
  std::uint32_t npi = 0;
};

struct RosterLinkage {
  std::vector<GraduateLink> links;  // as the roster
  double accepted_from = 0.9;       // probability from which graduates are linked
  std::vector<DrawnLink> draws;
  GraduateModel model;
  Convergence convergence;
  std::size_t persons_looked_at = 0;
  std::size_t candidates = 0;
  double most_left_out = 0;  // odds of all that retrieval left out for one graduate, at most
  double mean_left_out = 0;
  std::size_t conflicts = 0;  // groups of graduates with a candidate in common
  bool conflicts_settled = true;
};

RosterLinkage link_roster(const registry::Snapshot& snapshot, const std::vector<Graduate>& graduates,
                          const Nicknames& nicknames, const LinkRosterOptions& options);

}  // namespace smm::outcomes::linkage
