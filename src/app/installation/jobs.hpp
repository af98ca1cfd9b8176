// SPDX-License-Identifier: Apache-2.0
// Repository: work that takes longer than a request may. A job belongs to a school (or the office), is of a
// kind that somebody knows how to carry out, and is told of on a page that is looked at again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/ids.hpp"
#include "base/instant.hpp"

namespace smm::app {

using JobId = base::Id<struct JobTag>;

enum class JobState : std::uint8_t { waiting, running, done, failed };
std::string_view to_string(JobState state);
std::optional<JobState> job_state(std::string_view name);

struct Job {
  JobId id;
  std::string kind;   // "graduates.link"
  std::string owner;  // a school's id, or "office": whose key seals what it tells
  assessment::PersonId by;
  JobState state = JobState::waiting;
  base::Instant asked;
  std::optional<base::Instant> begun;
  std::optional<base::Instant> ended;
  std::string sealed;  // why it failed, or what there is to know; empty: nothing

  bool unfinished() const { return state == JobState::waiting || state == JobState::running; }
  friend bool operator==(const Job&, const Job&) = default;
};

class Jobs {
 public:
  virtual ~Jobs() = default;

  virtual std::optional<Job> by_id(const JobId& id) = 0;
  virtual std::optional<Job> latest(std::string_view owner, std::string_view kind) = 0;
  virtual std::vector<Job> in_state(JobState state) = 0;  // oldest first
  // Where one of this owner and kind waits or runs already, nothing is added.
  virtual void add(const Job& job) = 0;
  virtual void change(const Job& job) = 0;
  // The one that has waited longest becomes running. Two who ask at once get different ones.
  virtual std::optional<Job> take(base::Instant now) = 0;
  // Whoever carries it out is still at work on it.
  virtual void at_work(const JobId& id, base::Instant now) = 0;
  // Those that run, though nobody was at work on them since.
  virtual std::vector<Job> left_since(base::Instant since) = 0;
  virtual void forget(std::string_view owner, std::string_view kind) = 0;
};

}  // namespace smm::app
