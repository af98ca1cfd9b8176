// SPDX-License-Identifier: Apache-2.0
// Use cases: a school follows its graduates, or stops doing so. Off until a dean switches it on; switching it
// off removes everything that is kept about graduates.
#pragma once

#include <optional>
#include <string>

#include "app/answering/hand.hpp"
#include "app/graduates/outcome_sources.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/installation/jobs.hpp"

namespace smm::app {

inline constexpr std::string_view linking_job = "graduates.link";

// Problem: graduates_elsewhere.
base::Result<bool> follow_graduates(Installation& installation, const Hand& hand);
base::Result<bool> stop_following(Installation& installation, const Hand& hand);

struct KeptFile {
  std::size_t rows = 0;
  std::string by;  // name; empty: a job
  base::Instant at;
};

struct GraduatesOverview {
  bool here = true;  // this is the school's newest round
  bool on = false;
  std::optional<KeptFile> roster;
  std::optional<KeptFile> cohort;
  std::optional<KeptFile> linkage;
  std::optional<Job> job;  // the last one
  std::string job_tells;   // why it failed
  std::size_t decisions = 0;
  std::size_t open_pairs = 0;  // that the linkage is not sure about
  std::size_t classes = 0;
};

// Problem: key_unavailable.
base::Result<GraduatesOverview> graduates_overview(Installation& installation, const OutcomeSources& sources,
                                                   const Hand& hand);

}  // namespace smm::app
